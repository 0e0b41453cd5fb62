/**
 * What is kept: an SQLite file or a PostgreSQL database through jOOQ, one shelf per thing. Only this room knows SQL; what
 * it gives back are values, never rows.
 *
 * <p>A change of the tables is one new script in {@code db/migration}, named in {@code index.txt}, for both databases: it
 * is written in the words of SQLite's strict tables, with statements that both know, and a table of a tenant has a column
 * {@code tenant_id}. On PostgreSQL the rest comes by itself: the types, the policy that lets a transaction see the rows of
 * its own tenant only, and the rights of the role that the program works as. A column that keeps the hash of a credential
 * is unique by itself and its name ends in {@code hash}; before it is asked for, {@code Wall.show} is told the hash.
 */
@NullMarked
package org.moatmark.api.store;

import org.jspecify.annotations.NullMarked;

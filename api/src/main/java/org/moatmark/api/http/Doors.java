package org.moatmark.api.http;

import org.moatmark.api.service.Answers;
import org.moatmark.api.service.Assessments;
import org.moatmark.api.service.Audit;
import org.moatmark.api.service.Companies;
import org.moatmark.api.service.Comparisons;
import org.moatmark.api.service.Contributions;
import org.moatmark.api.service.Desk;
import org.moatmark.api.service.Erasure;
import org.moatmark.api.service.Exports;
import org.moatmark.api.service.Grants;
import org.moatmark.api.service.Invitations;
import org.moatmark.api.service.Keys;
import org.moatmark.api.service.Meter;
import org.moatmark.api.service.Once;
import org.moatmark.api.service.Questionnaires;
import org.moatmark.api.service.Releases;
import org.moatmark.api.service.Results;
import org.moatmark.api.service.Retention;
import org.moatmark.api.service.Rights;
import org.moatmark.api.service.Seats;
import org.moatmark.api.service.Shares;
import org.moatmark.api.service.SignIns;
import org.moatmark.api.service.Snapshots;
import org.moatmark.api.service.Tenants;
import org.moatmark.api.service.Turnout;
import org.moatmark.api.service.Upgrades;
import org.moatmark.api.service.Visibility;
import org.moatmark.core.Moatmark;

/**
 * The services behind the routes.
 *
 * @param moatmark reads and scores
 * @param desk where work begins
 * @param once watches over requests that come twice
 * @param tenants tenants
 * @param rights who may do what
 * @param keys API keys
 * @param signIns cookies that they are traded for
 * @param audit the audit trail
 * @param grants which analysts and readers act on which assessments
 * @param questionnaires what can be asked
 * @param companies companies
 * @param assessments assessments
 * @param seats seats
 * @param answers what a seat does
 * @param results what comes of answers
 * @param visibility who will see them
 * @param releases what is shown of confidential ones
 * @param snapshots what was frozen of them
 * @param invitations links of seats
 * @param turnout how many have submitted
 * @param comparisons what changed between two of those
 * @param upgrades takes running assessments to newer versions
 * @param contributions what is given to the benchmark across tenants
 * @param shares links that show snapshots
 * @param exports everything that is kept, as files
 * @param erasure erases people and tenants
 * @param retention removes what was kept long enough
 * @param wide makes the meters of single processes
 * @param tight makes the meters that all processes of one database share
 */
public record Doors(
        Moatmark moatmark,
        Desk desk,
        Once once,
        Tenants tenants,
        Rights rights,
        Keys keys,
        SignIns signIns,
        Audit audit,
        Grants grants,
        Questionnaires questionnaires,
        Companies companies,
        Assessments assessments,
        Seats seats,
        Answers answers,
        Results results,
        Visibility visibility,
        Releases releases,
        Snapshots snapshots,
        Invitations invitations,
        Turnout turnout,
        Comparisons comparisons,
        Upgrades upgrades,
        Contributions contributions,
        Shares shares,
        Exports exports,
        Erasure erasure,
        Retention retention,
        Meter.Maker wide,
        Meter.Maker tight) {}

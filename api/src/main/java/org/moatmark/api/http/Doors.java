package org.moatmark.api.http;

import org.moatmark.api.service.Answers;
import org.moatmark.api.service.Assessments;
import org.moatmark.api.service.Companies;
import org.moatmark.api.service.Desk;
import org.moatmark.api.service.Keys;
import org.moatmark.api.service.Meter;
import org.moatmark.api.service.Once;
import org.moatmark.api.service.Results;
import org.moatmark.api.service.Seats;
import org.moatmark.core.Moatmark;

/**
 * The services behind the routes.
 *
 * @param moatmark reads and scores
 * @param desk where work begins
 * @param once watches over requests that come twice
 * @param keys API keys
 * @param companies companies
 * @param assessments assessments
 * @param seats seats
 * @param answers what a seat does
 * @param results what comes of answers
 * @param wide makes the meters of single processes
 * @param tight makes the meters that all processes of one database share
 */
public record Doors(
        Moatmark moatmark,
        Desk desk,
        Once once,
        Keys keys,
        Companies companies,
        Assessments assessments,
        Seats seats,
        Answers answers,
        Results results,
        Meter.Maker wide,
        Meter.Maker tight) {}

package org.moatmark.api.store;

import org.jooq.DSLContext;

/** All shelves inside one transaction; of no use after it. */
public final class Shelves {

    private final DSLContext sql;
    private final Wall wall;
    private final Talk talk;

    Shelves(Talk talk, boolean writing) {
        this.talk = talk;
        this.sql = talk.sql();
        this.wall = new Wall(talk, writing);
    }

    DSLContext sql() {
        return sql;
    }

    Wall wall() {
        return wall;
    }

    /**
     * Goes in to a tenant, where that becomes known only on the way; a transaction belongs to one.
     *
     * @param hold what the rest of the transaction is about
     */
    public void enter(Hold hold) {
        wall.enter(hold);
    }

    /**
     * Tenants and the secrets of the program.
     *
     * @return the shelf
     */
    public TenantShelf tenants() {
        return new TenantShelf(sql);
    }

    /**
     * API keys.
     *
     * @return the shelf
     */
    public KeyShelf keys() {
        return new KeyShelf(sql, talk, wall);
    }

    /**
     * Cookies that keys were traded for.
     *
     * @return the shelf
     */
    public KeySessionShelf keySessions() {
        return new KeySessionShelf(sql, talk, wall);
    }

    /**
     * What is granted to whom.
     *
     * @return the shelf
     */
    public GrantShelf grants() {
        return new GrantShelf(sql);
    }

    /**
     * Questionnaires that tenants published.
     *
     * @return the shelf
     */
    public QuestionnaireShelf questionnaires() {
        return new QuestionnaireShelf(sql);
    }

    /**
     * Companies.
     *
     * @return the shelf
     */
    public CompanyShelf companies() {
        return new CompanyShelf(sql, talk);
    }

    /**
     * Assessments.
     *
     * @return the shelf
     */
    public AssessmentShelf assessments() {
        return new AssessmentShelf(sql);
    }

    /**
     * Seats.
     *
     * @return the shelf
     */
    public SeatShelf seats() {
        return new SeatShelf(sql, talk);
    }

    /**
     * Links of seats, and the cookies that these were traded for.
     *
     * @return the shelf
     */
    public SeatLinkShelf seatLinks() {
        return new SeatLinkShelf(sql, talk, wall);
    }

    /**
     * What the requests of a seat decide upon.
     *
     * @return the shelf
     */
    public StandingShelf standings() {
        return new StandingShelf(talk);
    }

    /**
     * Answers.
     *
     * @return the shelf
     */
    public AnswerShelf answers() {
        return new AnswerShelf(sql, talk);
    }

    /**
     * Ratings of vignettes.
     *
     * @return the shelf
     */
    public VignetteShelf vignettes() {
        return new VignetteShelf(sql);
    }

    /**
     * Answers of the program to requests that may come twice.
     *
     * @return the shelf
     */
    public ReplayShelf replays() {
        return new ReplayShelf(sql, talk);
    }

    /**
     * Limits that several processes count together.
     *
     * @return the shelf
     */
    public MeterShelf meters() {
        return new MeterShelf(sql);
    }

    /**
     * What was done.
     *
     * @return the shelf
     */
    public HistoryShelf history() {
        return new HistoryShelf(sql, talk);
    }

    /**
     * Terms of secrecy and releases.
     *
     * @return the shelf
     */
    public SecrecyShelf secrecy() {
        return new SecrecyShelf(sql);
    }

    /**
     * What was frozen of assessments.
     *
     * @return the shelf
     */
    public SnapshotShelf snapshots() {
        return new SnapshotShelf(sql);
    }

    /**
     * Links of seats.
     *
     * @return the shelf
     */
    public InvitationShelf invitations() {
        return new InvitationShelf(sql, talk);
    }

    /**
     * How many have submitted.
     *
     * @return the shelf
     */
    public TurnoutShelf turnout() {
        return new TurnoutShelf(sql);
    }

    /**
     * Contributed assessments and the releases of them.
     *
     * @return the shelf
     */
    public ContributionShelf contributions() {
        return new ContributionShelf(sql);
    }

    /**
     * Links that show one snapshot.
     *
     * @return the shelf
     */
    public ShareShelf shares() {
        return new ShareShelf(sql, talk, wall);
    }

    /**
     * Exports.
     *
     * @return the shelf
     */
    public ExportShelf exports() {
        return new ExportShelf(sql);
    }

    /**
     * Who was erased.
     *
     * @return the shelf
     */
    public ErasureShelf erasures() {
        return new ErasureShelf(sql, talk);
    }

    /**
     * What is kept too long.
     *
     * @return the shelf
     */
    public RetentionShelf retention() {
        return new RetentionShelf(sql);
    }
}

using System.Globalization;
using Moothall.Features.Partnership.Calendar;
using Moothall.Features.Partnership.LegalParameters;
using Moothall.Features.Scrutiny;
using Moothall.Features.Scrutiny.Recommendations;
using Moothall.Features.Scrutiny.Replies;
using Moothall.Features.Scrutiny.Requests;
using Moothall.Features.Scrutiny.Reviews;

namespace Moothall.Tests.Features.Scrutiny;

/// <summary>What the law and scrutiny's own recommendations ask, as pure rules.</summary>
public sealed class ScrutinyRulesTests
{
    private static readonly ScrutinyLaw Law = new([]);

    [Theory, Rule("S3-18")]
    [InlineData(
        "2026-10-26",
        "2026-11-23",
        "2026-11-23",
        true,
        false,
        "reply due by 23 November 2026"
    )]
    [InlineData(
        "2026-10-26",
        "2026-11-23",
        "2026-11-24",
        true,
        true,
        "reply was due by 23 November 2026 and is owed as soon as reasonably possible"
    )]
    // Across both clock changes it is 28 days all the same.
    [InlineData(
        "2026-10-10",
        "2026-11-07",
        "2026-11-07",
        true,
        false,
        "reply due by 7 November 2026"
    )]
    [InlineData(
        "2027-03-15",
        "2027-04-12",
        "2027-04-13",
        true,
        true,
        "reply was due by 12 April 2027 and is owed as soon as reasonably possible"
    )]
    public void A_reply_is_due_28_days_after_the_date_of_the_report(
        string dated,
        string by,
        string today,
        bool owed,
        bool late,
        string words
    )
    {
        var (due, source) = Law.ReplyBy(Day(dated));
        Assert.Equal(Day(by), due);
        Assert.EndsWith("reg 7", source, StringComparison.Ordinal);
        Assert.Equal(new(owed, late, words), ReplyState.Of(null, due, Day(today)));
    }

    [Theory]
    [InlineData("2026-11-23", false, "replied on 23 November 2026")]
    [InlineData("2026-11-24", true, "replied on 24 November 2026, after 23 November 2026")]
    public void A_reply_that_was_given_is_late_or_not(string on, bool late, string words) =>
        Assert.Equal(
            new(false, late, words),
            ReplyState.Of(Day(on), Day("2026-11-23"), Day("2026-12-24"))
        );

    [Fact]
    public void The_number_of_days_is_that_of_the_law_on_the_date_of_the_report()
    {
        var law = new ScrutinyLaw([
            Number(ScrutinyLaw.ReplyKey, "28", "2009-04-30"),
            Number(ScrutinyLaw.ReplyKey, "42", "2027-01-01"),
        ]);
        Assert.Equal(Day("2027-01-28"), law.ReplyBy(Day("2026-12-31")).By);
        Assert.Equal(Day("2027-02-12"), law.ReplyBy(Day("2027-01-01")).By);
    }

    [Theory, Rule("S3-8")]
    [InlineData(null, "2026-11-23", null, false)]
    [InlineData("2025-11-23", "2026-11-23", "2026-11-23", false)]
    [InlineData("2025-11-22", "2026-11-23", "2026-11-22", true)]
    [InlineData("2024-02-29", "2025-02-28", "2025-02-28", false)]
    public void Scrutiny_looks_again_within_twelve_months_of_the_last_time(
        string? last,
        string today,
        string? by,
        bool late
    )
    {
        var next = NextLook.Of(last is null ? null : Day(last), Law, Day(today));
        Assert.Equal(by is null ? null : Day(by), next.By);
        Assert.Equal(late, next.IsLate);
        Assert.EndsWith("reg 4", next.Source, StringComparison.Ordinal);
        Assert.Contains(
            last is null ? "No review has been recorded as held yet." : "The last review was on",
            next.Words,
            StringComparison.Ordinal
        );
    }

    public static TheoryData<string, string, string> Presenters =>
        new()
        {
            { "", "", "the council, the police, the fire and rescue service" },
            { "Testbourne Council", "Head of Safety", "the police, the fire and rescue service" },
            {
                "Testbourne Council|Testshire Police|Testshire Fire and Rescue Service",
                "Head|Inspector|Manager",
                ""
            },
            // A commissioner is not the police, a parish council no council of section 5.
            {
                "Testshire Police, Fire and Crime Commissioner|Little Test Parish",
                "Deputy|Clerk",
                "the council, the police, the fire and rescue service"
            },
            // A county's own fire service.
            {
                "Testshire County Council|Testshire Constabulary",
                "Chief Fire Officer|Inspector",
                ""
            },
        };

    [Theory, Rule("S3-16")]
    [MemberData(nameof(Presenters))]
    public void Council_police_and_fire_present_together(
        string organisations,
        string posts,
        string missing
    )
    {
        var present = organisations
            .Split('|', StringSplitOptions.RemoveEmptyEntries)
            .Zip(posts.Split('|'), (one, post) => (one, !one.Contains("Parish"), post))
            .ToList();
        Assert.Equal(missing, string.Join(", ", JointPresenting.Missing(present)));
    }

    [Theory]
    [InlineData(null, "", null, false, "Say first whether it would be likely to prejudice")]
    [InlineData(null, "", Prejudice.None, false, "Say first whether it identifies anybody.")]
    [InlineData(Naming.Depersonalised, "", null, false, "Say first whether it would")]
    [InlineData(Naming.Depersonalised, "", Prejudice.None, true, "it is depersonalised")]
    [InlineData(Naming.Identifies, " ", Prejudice.None, false, "Say why it must identify")]
    [InlineData(Naming.Identifies, "The officer asked for", Prejudice.None, true, "is needed")]
    [InlineData(Naming.Depersonalised, "", Prejudice.Likely, false, "It is not given")]
    [InlineData(null, "", Prejudice.Likely, false, "It is not given")]
    public void Nothing_is_given_before_both_gates_are_answered(
        Naming? naming,
        string why,
        Prejudice? prejudice,
        bool allowed,
        string reason
    )
    {
        var verdict = ReleaseGates.Decide(naming, why, prejudice);
        Assert.Equal(allowed, verdict.Allowed);
        Assert.Contains(reason, verdict.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null, "", null, "2026-11-23", RequestStanding.Open)]
    [InlineData(null, "", null, "2026-12-01", RequestStanding.Late)]
    [InlineData("2026-11-20", "", null, "2026-12-01", RequestStanding.Given)]
    [InlineData("2026-11-20", "Costs", "2026-12-04", "2026-12-01", RequestStanding.InPart)]
    [InlineData("2026-11-20", "Costs", "2026-12-04", "2026-12-05", RequestStanding.Late)]
    public void A_request_is_given_by_its_date_or_late(
        string? given,
        string left,
        string? rest,
        string today,
        RequestStanding standing
    ) =>
        Assert.Equal(
            standing,
            ReleaseGates.Standing(
                Day("2026-11-30"),
                new()
                {
                    GivenOn = given is null ? null : Day(given),
                    Left = left,
                    RestOn = rest is null ? null : Day(rest),
                },
                Day(today)
            )
        );

    [Theory]
    [InlineData(true, false, false, true, "The Community Safety Team keeps the register.")]
    [InlineData(false, true, true, true, "This reply is your own agency’s.")]
    [InlineData(false, true, false, false, "This reply is another agency’s.")]
    [InlineData(false, false, true, false, "Your role reads the register")]
    public void An_agency_replies_for_itself_and_the_team_for_any(
        bool keeps,
        bool answers,
        bool own,
        bool allowed,
        string reason
    )
    {
        var agency = Guid.CreateVersion7();
        var verdict = ScrutinyAccess.MayReply(keeps, answers, own ? [agency] : [], agency);
        Assert.Equal(allowed, verdict.Allowed);
        Assert.StartsWith(reason, verdict.Reason, StringComparison.Ordinal);
    }

    [Fact, Rule("S3-18"), Rule("S3-9")]
    public void What_a_recommendation_still_lacks_is_named()
    {
        var agency = Guid.CreateVersion7();
        var one = new ScrutinyRecommendation
        {
            Details = new() { Kind = RecommendationKind.Partnership, Target = Day("2026-11-01") },
            ReplyBy = Day("2026-12-01"),
        };
        IReadOnlyList<string> Gaps() =>
            RecommendationGaps.Of(one, _ => "Testshire Police", Day("2026-11-23"));
        Assert.Equal(
            [
                "It is addressed to nobody.",
                "No agency answers for it yet.",
                "Nobody has said what is being done.",
                "Its target date, 1 November 2026, is past.",
            ],
            Gaps()
        );
        var reply = new ScrutinyReply { RecommendationId = one.Id, OrganisationId = agency };
        one.Replies.Add(reply);
        one.Close(RecommendationStatus.Done, Day("2026-11-20"), "It was done.");
        // Closing does not settle what is owed in law.
        Assert.Equal(["Testshire Police: reply due by 1 December 2026"], Gaps());
        reply.Details.RepliedOn = Day("2026-11-20");
        Assert.Empty(Gaps());
        one.Reopen();
        one.Details = new()
        {
            Kind = RecommendationKind.OnePartner,
            GoverningBody = "Its board",
            Action = "It was told.",
            Target = Day("2026-12-01"),
        };
        one.OwnerId = agency;
        Assert.Equal(["It has not been referred to Its board yet."], Gaps());
    }

    [Fact]
    public void The_calendar_shows_the_day_that_follows_from_the_last_review()
    {
        LegalParameter[] numbers = [Number(ScrutinyLaw.MeetingKey, "12", "2009-04-30")];
        DateOnly[] Of(int year, string? by) =>
            [
                .. StatutoryDates
                    .Of(new(year), numbers, by is null ? null : Day(by))
                    .Select(line => line.First),
            ];
        Assert.Equal([Day("2027-03-31")], Of(2026, null));
        Assert.Equal([Day("2027-01-20")], Of(2026, "2027-01-20"));
        Assert.Empty(Of(2027, "2027-01-20"));
    }

    private static LegalParameter Number(string key, string value, string from) =>
        new()
        {
            Key = key,
            Meaning = "",
            Value = value,
            Unit = "",
            Source = "A source",
            EffectiveFrom = Day(from),
        };

    private static DateOnly Day(string day) => DateOnly.Parse(day, CultureInfo.InvariantCulture);
}

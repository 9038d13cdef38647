using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Plan.Gates;
using Moothall.Features.Plan.Priorities;
using Moothall.Platform.Time;
using Moothall.Tests.Features.Plan.Import;
using Moothall.Tests.Features.Plan.Progress;
using Moothall.Tests.Features.Public;
using Moothall.Tests.Hosting;

namespace Moothall.Tests.Features.Plan.Gates;

/// <summary>The steps of a plan year: each with its date, evidence and what is missing (S3-25).</summary>
public sealed class GateTests
{
    private static readonly PlanYear Year = new(2027);

    [Theory, Rule("S3-25")]
    [InlineData(GateKind.Assessment, "2027-03-31", "regulation 5")]
    [InlineData(GateKind.Workshop, null, "")]
    [InlineData(GateKind.Consultation, "2027-03-31", "regulation 12")]
    [InlineData(GateKind.SignedOff, "2027-03-31", "regulations 3 and 10")]
    [InlineData(GateKind.SummaryPublished, null, "regulation 14")]
    [InlineData(GateKind.CopySent, null, "regulation 13A")]
    [InlineData(GateKind.Scrutinised, "2028-03-31", "2009, regulation 4")]
    public void A_step_that_law_dates_has_its_day_and_its_source(
        GateKind kind,
        string? day,
        string source
    )
    {
        var due = GateRules.Due(kind, Year);
        Assert.Equal(
            day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture),
            due.By
        );
        Assert.EndsWith(source, due.Source, StringComparison.Ordinal);
    }

    [Fact, Rule("S3-25")]
    public void What_is_missing_is_named_and_a_day_that_is_past_is_late()
    {
        (Guid, string)[] authorities = [(World.Council, "Council"), (World.Police, "Police")];
        var gate = new PlanGate
        {
            PlanId = Guid.CreateVersion7(),
            Year = 2027,
            Kind = GateKind.SignedOff,
            Details = new() { DoneOn = new(2027, 3, 1) },
        };
        gate.Signatures.Add(new() { GateId = gate.Id, OrganisationId = World.Police });
        GateState Of(DateOnly today) =>
            GateRules.Of(GateKind.SignedOff, Year, gate, authorities, new(), today);
        Assert.Equal(["What shows it", "Council"], Of(new(2027, 3, 31)).Missing);
        Assert.False(Of(new(2027, 3, 31)).IsLate);
        Assert.True(Of(new(2027, 4, 1)).IsLate);
        gate.Details.Evidence = "Minutes of 1 March";
        gate.Signatures.Add(new() { GateId = gate.Id, OrganisationId = World.Council });
        Assert.Empty(Of(new(2027, 4, 1)).Missing);
        Assert.False(Of(new(2027, 4, 1)).IsLate);
    }

    [Fact]
    public void That_the_summary_is_published_here_needs_no_other_proof()
    {
        GateState Of(DateOnly? on) =>
            GateRules.Of(
                GateKind.SummaryPublished,
                Year,
                null,
                [],
                new(SummaryOn: on),
                new(2027, 5, 1)
            );
        Assert.Empty(Of(new(2027, 4, 2)).Missing);
        Assert.Equal(["The day on which it was done"], Of(null).Missing);
    }

    [Fact]
    public void A_review_that_was_held_shows_that_the_plan_was_scrutinised()
    {
        GateState Of(GateKind kind, DateOnly? on) =>
            GateRules.Of(kind, Year, null, [], new(ScrutinisedOn: on), new(2028, 5, 1));
        Assert.Empty(Of(GateKind.Scrutinised, new(2028, 3, 12)).Missing);
        Assert.Equal(
            ["The day on which it was done", "What shows it"],
            Of(GateKind.Scrutinised, null).Missing
        );
        Assert.NotEmpty(Of(GateKind.Agreed, new(2028, 3, 12)).Missing);
    }

    [Theory]
    [InlineData(null, null, "2028-03-31")]
    [InlineData("2027-09-14", null, "2027-09-14")]
    [InlineData("2026-09-14", null, "2028-03-31")]
    [InlineData("2028-09-14", null, "2028-03-31")]
    [InlineData("2027-09-14", "2027-06-01", "2028-03-31")]
    public void Twelve_months_of_scrutiny_roll_and_may_end_before_the_year(
        string? by,
        string? held,
        string due
    )
    {
        static DateOnly? Day(string? day) =>
            day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
        var known = new KnownSteps(ScrutinisedOn: Day(held), ScrutinyBy: Day(by));
        Assert.Equal(
            Day(due),
            GateRules.Of(GateKind.Scrutinised, Year, null, [], known, new(2027, 4, 2)).Due.By
        );
    }

    [Fact]
    public void A_meeting_in_public_needs_its_day_who_came_and_what_shows_it() =>
        Assert.Equal(
            ["The day on which it was done", "Which senior people came", "What shows it"],
            GateRules.Of(GateKind.PublicMeeting, Year, null, [], new(), new(2027, 4, 2)).Missing
        );

    [Theory, BothDatabases]
    public async Task A_summary_of_what_the_plan_no_longer_says_is_told(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await ProgressPagesTests.InForceAsync(moot);
        using var carys = await moot.AsAsync(People.Coordinator);
        using var maureen = await moot.AsAsync(People.Manager);
        async Task PublishAsync()
        {
            var draft = await PublishingTests.PrepareAsync(
                carys,
                plan,
                "Prepare summary of the plan"
            );
            await maureen.PostAsync(await maureen.GetAsync(draft.Path), "Publish for everybody");
        }

        const string changed = "The plan has changed since";
        var path = $"/Plan/{plan}/Gates?year=2026";
        await PublishAsync();
        Assert.DoesNotContain(
            changed,
            (await carys.GetAsync(path)).Words,
            StringComparison.Ordinal
        );
        await moot.WithAsync(async db =>
            (
                await db.Set<PlanPriority>()
                    .SingleAsync(one => one.PlanId == plan && one.Order == 1)
            ).Aim = "Fewer fires"
        );
        Assert.Contains(changed, (await carys.GetAsync(path)).Words, StringComparison.Ordinal);
        moot.Clock.Advance(TimeSpan.FromMinutes(5));
        await PublishAsync();
        Assert.DoesNotContain(
            changed,
            (await carys.GetAsync(path)).Words,
            StringComparison.Ordinal
        );
    }

    [Theory, BothDatabases, Rule("S3-25"), Rule("S2-I2")]
    public async Task The_team_records_a_step_and_everybody_sees_what_is_missing(Database database)
    {
        await using var moot = await Moot.StartAsync(database);
        var plan = await BringingPlans.MadeAsync(moot);
        var path = $"/Plan/{plan}/Gates";
        using var petra = await moot.AsAsync(People.Police);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await petra.GetAsync($"{path}/2027/Assessment")).Status
        );
        using var carys = await moot.AsAsync(People.Coordinator);
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await carys.GetAsync($"{path}/1999/Assessment")).Status
        );
        Assert.Equal(HttpStatusCode.NotFound, (await carys.GetAsync($"{path}/2027/Coffee")).Status);
        var form = await carys.GetAsync($"{path}/2027/Assessment");
        var future = await carys.PostAsync(
            form,
            fields:
            [
                ("Details.DoneOn.Day", "1"),
                ("Details.DoneOn.Month", "1"),
                ("Details.DoneOn.Year", "2027"),
                ("Details.Evidence", "Strategic assessment 2026"),
            ]
        );
        Assert.Equal(["The day on which it was done is still to come."], future.Errors);
        await carys.PostAsync(future, fields: [("Details.DoneOn.Year", "2026")]);
        var seen = (await petra.GetAsync(path)).Words;
        Assert.Contains("Steps of the plan for 2027/28", seen, StringComparison.Ordinal);
        Assert.Contains("1 January 2026 Missing: Who wrote it", seen, StringComparison.Ordinal);
        Assert.Contains("Strategic assessment 2026", seen, StringComparison.Ordinal);

        var sign = await carys.GetAsync($"{path}/2027/SignedOff");
        await carys.PostAsync(sign, fields: [("Input.Authorities", World.Police.ToString())]);
        seen = (await petra.GetAsync(path)).Words;
        Assert.Contains("What shows it; Testbourne Council", seen, StringComparison.Ordinal);
        Assert.DoesNotContain("Testshire Police", seen, StringComparison.Ordinal);

        // The same form sent from an older page does not undo it unseen.
        var late = await carys.PostAsync(
            sign,
            fields: [("Input.Authorities", World.Council.ToString()), ("Details.Notes", "Again")]
        );
        Assert.DoesNotContain("It is recorded.", late.Words, StringComparison.Ordinal);
    }
}

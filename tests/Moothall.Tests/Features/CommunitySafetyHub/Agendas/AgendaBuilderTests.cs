using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Agendas;

namespace Moothall.Tests.Features.CommunitySafetyHub.Agendas;

/// <summary>The first draft of an agenda.</summary>
public sealed class AgendaBuilderTests
{
    [Fact]
    [Rule("S1-A1")]
    public void Part_a_opens_and_part_b_takes_actions_then_cases_then_other_business()
    {
        var items = AgendaBuilder.Build(
            [Case("C", CaseStanding.Continuing, AgendaPlace.Overdue), Case("N", CaseStanding.New)],
            [("Sam Lowe", "Fire Service")],
            60
        );
        Assert.Equal(
            [
                AgendaItemKind.Welcome,
                AgendaItemKind.Confidentiality,
                AgendaItemKind.Minutes,
                AgendaItemKind.Urgent,
                AgendaItemKind.Campaign,
                AgendaItemKind.GuestSpeaker,
                AgendaItemKind.Actions,
                AgendaItemKind.NewCase,
                AgendaItemKind.ContinuingCase,
                AgendaItemKind.AnyOther,
            ],
            items.Select(item => item.Kind)
        );
        Assert.All(
            items,
            item =>
                Assert.Equal(
                    item.Kind < AgendaItemKind.NewCase ? AgendaPart.A : AgendaPart.B,
                    item.Part
                )
        );
    }

    [Fact]
    [Rule("C8")]
    public void Urgent_new_not_reached_then_overdue_changed_due_and_unchanged()
    {
        var cases = new[]
        {
            Case("7", CaseStanding.Continuing, AgendaPlace.NoChange),
            Case("6", CaseStanding.Continuing, AgendaPlace.DueNow),
            Case("5", CaseStanding.Continuing, AgendaPlace.Changed),
            Case("4", CaseStanding.Continuing, AgendaPlace.Overdue),
            Case("3", CaseStanding.NotReached),
            Case("2", CaseStanding.New),
            Case("1", CaseStanding.NewUrgent),
        };
        Assert.Equal(
            ["1", "2", "3", "4", "5", "6", "7"],
            AgendaBuilder.Order(cases).Select(one => one.Reference)
        );
        // The unchanged are listed and take no time.
        Assert.Equal(0, AgendaBuilder.Case(cases[0]).Minutes);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    [InlineData(12)]
    [Rule("S1-3.1b")]
    public void The_draft_fits_the_hour_while_it_can(int newCases)
    {
        var items = AgendaBuilder.Build(
            Enumerable.Range(0, newCases).Select(n => Case($"{n:d2}", CaseStanding.New)),
            [],
            60
        );
        Assert.InRange(items.Sum(item => item.Minutes), 20, 60);
        Assert.All(items, item => Assert.True(item.Minutes >= 1));
    }

    [Fact]
    public void Too_many_cases_are_all_kept_and_the_sum_says_so()
    {
        var items = AgendaBuilder.Build(
            Enumerable.Range(0, 40).Select(n => Case($"{n:d2}", CaseStanding.New)),
            [],
            60
        );
        Assert.Equal(40, items.Count(item => item.CaseId is not null));
        Assert.True(AgendaTime.Of(items.Select(item => item.Minutes)).OverBy > 0);
    }

    private static CaseForAgenda Case(
        string reference,
        CaseStanding standing,
        AgendaPlace? pressing = null
    ) => new(Guid.CreateVersion7(), reference, "Title", standing, pressing);
}

/// <summary>What a second publication changed.</summary>
public sealed class AgendaDiffTests
{
    private static readonly AgendaLine[] Lines =
    [
        .. Enumerable
            .Range(0, 6)
            .Select(n => new AgendaLine(Guid.CreateVersion7(), AgendaPart.A, $"Item {n}", 5)),
    ];

    [Fact]
    public void The_same_lines_say_nothing() => Assert.Empty(AgendaDiff.Of(Lines, Lines));

    [Fact]
    public void One_item_carried_past_others_is_one_move()
    {
        AgendaLine[] after = [Lines[5], .. Lines[..5]];
        Assert.Equal(["Moved: Item 5"], AgendaDiff.Of(Lines, after));
    }

    [Fact]
    public void Added_removed_renamed_and_other_minutes_are_told()
    {
        AgendaLine[] after =
        [
            Lines[0] with
            {
                Minutes = 1,
            },
            .. Lines[2..],
            new(Guid.CreateVersion7(), AgendaPart.B, "New", 3),
        ];
        Assert.Equal(
            ["Added: New (3 minutes)", "Removed: Item 1", "Item 0: 1 minute, was 5"],
            AgendaDiff.Of(Lines, after)
        );
    }
}

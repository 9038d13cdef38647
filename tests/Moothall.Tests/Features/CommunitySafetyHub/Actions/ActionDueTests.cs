using FsCheck;
using FsCheck.Fluent;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Meetings;

namespace Moothall.Tests.Features.CommunitySafetyHub.Actions;

[Rule("S1-5.5")]
public class ActionDueTests
{
    private static readonly DateTime First = new(2026, 11, 3, 10, 0, 0, DateTimeKind.Utc);
    private static readonly PlannedMeeting[] Weeks =
    [
        .. Enumerable.Range(0, 6).Select(n => Week(n)),
    ];

    [Fact]
    public void Due_by_the_next_hub_that_takes_place()
    {
        var due = ActionDue.Default(First, Weeks);
        Assert.Equal(Weeks[1].StartUtc, due.DueUtc);
        Assert.Equal("Due by the next hub, Tuesday 10 November at 10:00.", due.Reason);
        PlannedMeeting[] oneCancelled = [Weeks[0], Weeks[1] with { Cancelled = true }, Weeks[2]];
        Assert.Equal(Weeks[2], ActionDue.Default(First, oneCancelled).Meeting);
    }

    [Fact]
    public void With_no_hub_planned_a_date_is_asked_for()
    {
        var due = ActionDue.Default(First, [Weeks[0]]);
        Assert.Null(due.DueUtc);
        Assert.Contains("needs a date of its own", due.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Overdue_is_after_the_due_time_and_only_while_open()
    {
        Assert.False(ActionDue.IsOverdue(true, First, First));
        Assert.True(ActionDue.IsOverdue(true, First, First.AddSeconds(1)));
        Assert.False(ActionDue.IsOverdue(false, First, First.AddDays(9)));
        Assert.False(ActionDue.IsOverdue(true, null, First));
    }

    [Fact]
    public void A_date_means_the_whole_day_in_london()
    {
        var end = ActionDue.EndOf(new DateOnly(2026, 10, 25)); // the day of 25 hours
        Assert.Equal(new DateTime(2026, 10, 26, 0, 0, 0, DateTimeKind.Utc), end);
        Assert.Equal(
            new DateTime(2026, 6, 23, 23, 0, 0, DateTimeKind.Utc),
            ActionDue.EndOf(new DateOnly(2026, 6, 23))
        );
    }

    [Theory]
    [InlineData(0, null, 0)] // just agreed
    [InlineData(1, null, 1)]
    [InlineData(4, null, 4)]
    [InlineData(4, 2, 1)] // closed at the second hub after, so carried past one
    [InlineData(4, 1, 0)] // closed at the very next hub
    [Rule("S1-3.3")]
    public void Carried_forward_counts_the_hubs_that_left_it_open(
        int nowWeek,
        int? closedWeek,
        int carried
    )
    {
        var closed = closedWeek is { } w ? Weeks[w].StartUtc : (DateTime?)null;
        Assert.Equal(
            carried,
            ActionDue.CarriedForward(First, closed, Weeks, Weeks[nowWeek].StartUtc.AddHours(2))
        );
    }

    [Fact]
    public void A_cancelled_hub_carries_nothing_forward()
    {
        PlannedMeeting[] meetings = [Weeks[0], Weeks[1] with { Cancelled = true }, Weeks[2]];
        Assert.Equal(1, ActionDue.CarriedForward(First, null, meetings, Weeks[5].StartUtc));
    }

    [Fact]
    [Rule("S1-3.3")]
    [Rule("C8")]
    public void The_agenda_takes_overdue_then_changed_then_due_and_lists_the_rest()
    {
        var (last, now) = (Weeks[3].StartUtc, Weeks[4].StartUtc);
        var unchanged = Action(now.AddDays(7), last.AddDays(-2));
        var dueNow = Action(now, null);
        var changed = Action(now.AddDays(7), last.AddDays(3));
        var overdue = Action(last, null, 3);
        var longOverdue = Action(last.AddDays(-7), last.AddDays(1), 4);
        var placed = ActionOrdering.Order(
            [unchanged, dueNow, changed, overdue, longOverdue],
            now,
            last
        );
        Assert.Equal(
            [longOverdue, overdue, changed, dueNow, unchanged],
            placed.Select(p => p.Action)
        );
        Assert.Equal(
            [
                AgendaPlace.Overdue,
                AgendaPlace.Overdue,
                AgendaPlace.Changed,
                AgendaPlace.DueNow,
                AgendaPlace.NoChange,
            ],
            placed.Select(p => p.Place)
        );
        Assert.Equal(
            "Overdue since Tuesday 24 November. Carried forward 3 times.",
            placed[1].Reason
        );
        Assert.Equal("No change since last week.", placed[^1].Reason);
    }

    [Fact]
    public void A_whole_day_due_is_overdue_since_that_day()
    {
        var due = ActionDue.EndOf(new DateOnly(2026, 11, 27));
        var placed = ActionOrdering.Order(
            [Action(due, null)],
            Weeks[4].StartUtc,
            Weeks[3].StartUtc
        );
        Assert.Equal("Overdue since Friday 27 November.", placed[0].Reason);
    }

    [Fact]
    [Rule("S1-3.3")]
    public void No_open_action_is_ever_left_out()
    {
        var action =
            from due in Gen.Choose(-30, 30)
            from changed in Gen.Choose(-30, 0)
            from carried in Gen.Choose(0, 5)
            select Action(First.AddDays(due), First.AddDays(changed), carried);
        Prop.ForAll(
                action.ListOf().ToArbitrary(),
                all =>
                {
                    var placed = ActionOrdering.Order(all, First, First.AddDays(-7));
                    return placed.Count == all.Count
                        && placed.Zip(placed.Skip(1)).All(p => p.First.Place <= p.Second.Place)
                        && placed.All(p =>
                            p.Action.DueUtc >= First || p.Place == AgendaPlace.Overdue
                        );
                }
            )
            .QuickCheckThrowOnFailure();
    }

    private static OpenAction Action(DateTime? due, DateTime? changed, int carried = 0) =>
        new(Guid.CreateVersion7(), due, changed, carried);

    private static PlannedMeeting Week(int n)
    {
        var start = First.AddDays(7 * n);
        return new(Guid.CreateVersion7(), start, start.AddHours(-22), false);
    }
}

using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.LegalParameters;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Time;

namespace Moothall.Features.ThisWeek;

/// <summary>Members whose basis for sharing lapses soon or has lapsed, and reminders that are due (S1-4.2, S1-7.2k).</summary>
internal static class MembersWeek
{
    private const int DaysOfNotice = 30;

    public static async Task<WeekSection?> OfAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.May(Permission.ManageMembers))
        {
            return null;
        }

        var today = week.Today;
        var members = await week
            .Db.Set<HubMembership>()
            .AsNoTracking()
            .Where(member => member.LeftOn == null || member.LeftOn >= today)
            .OrderBy(member => member.ProtocolReviewDate)
            .ToListAsync(cancel);
        var months = await ReminderMonthsAsync(week, cancel);
        var shut = members.Where(member => member.ShutBecause(today) is not null).ToList();
        var open = members.Except(shut).ToList();
        var lines = new List<WeekLine>();
        if (shut.Count > 0)
        {
            lines.Add(
                new(
                    $"Meeting content is shut to {Countdown.Count(shut.Count, "member")}",
                    "/Partnership/Members/Index"
                )
                {
                    Values = new { show = "Shut" },
                    Urgency = Urgency.Now,
                    Tag = "Shut",
                }
            );
        }

        lines.AddRange(
            open.Where(member => member.ProtocolReviewDate <= today.AddDays(DaysOfNotice))
                .Select(member => new WeekLine(
                    $"{member.Name}: protocol due for review by {UkTime.Date(member.ProtocolReviewDate!.Value)}",
                    "/Partnership/Members/Detail"
                )
                {
                    Values = new { id = member.Id },
                    Urgency = Urgency.Soon,
                    Tag = "Lapses soon",
                })
        );
        var due = open.Count(member =>
            member.RemindedOn is null || member.RemindedOn.Value.AddMonths(months) <= today
        );
        if (due > 0)
        {
            lines.Add(
                new(
                    $"{Countdown.Count(due, "member")} to be reminded of data protection duties",
                    "/Partnership/SharingProtocols/Index"
                )
                {
                    Urgency = Urgency.Soon,
                    Tag = "To remind",
                }
            );
        }

        return lines.Count == 0 ? null : new("Members", lines);
    }

    private static async Task<int> ReminderMonthsAsync(Week week, CancellationToken cancel)
    {
        var today = week.Today;
        var value = await week
            .Db.Set<LegalParameter>()
            .Where(one => one.Key == "hub.dp_reminder" && one.EffectiveFrom <= today)
            .OrderByDescending(one => one.EffectiveFrom)
            .Select(one => one.Value)
            .FirstOrDefaultAsync(cancel);
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var months)
            ? months
            : 6;
    }
}

using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Time;

namespace Moothall.Features.ThisWeek;

/// <summary>The weeks of those who neither run the hub nor act for a member.</summary>
internal static class OtherWeeks
{
    private const int DaysOfRefusals = 7;

    /// <summary>A guest's own items, and no others (settled 3).</summary>
    public static async Task<WeekSection?> GuestAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.Roles.Contains(Role.Guest))
        {
            return null;
        }

        var userId = week.User.Id;
        var since = week.Now.AddHours(-3);
        var invited = await week
            .Db.Set<AttendanceEntry>()
            .Where(entry => entry.UserId == userId)
            .Join(
                week.Db.Set<HubMeeting>()
                    .Where(meeting =>
                        meeting.StartsAt > since && meeting.Status != MeetingStatus.Cancelled
                    ),
                entry => entry.MeetingId,
                meeting => meeting.Id,
                (entry, meeting) =>
                    new
                    {
                        Meeting = meeting,
                        Items = entry.Items.Select(one => one.ItemId).ToList(),
                    }
            )
            .OrderBy(one => one.Meeting.StartsAt)
            .ToListAsync(cancel);
        var ids = invited.SelectMany(one => one.Items).ToList();
        var titles = await week
            .Db.Set<AgendaItem>()
            .VisibleTo(week.Viewer, week.Db)
            .Where(item => ids.Contains(item.Id))
            .Select(item => new { item.Id, item.Title })
            .ToDictionaryAsync(item => item.Id, item => item.Title, cancel);
        return new(
            "Your invitation",
            invited.Count == 0
                ? [new("You are not invited to a meeting at present.")]
                :
                [
                    .. invited.Select(one => new WeekLine(
                        $"You are invited to the hub, {UkTime.DayAndTime(one.Meeting.StartsAt)}",
                        AgreementWindow.Check(one.Meeting, week.Now).Allowed
                            ? "/CommunitySafetyHub/Meetings/Sign"
                            : null
                    )
                    {
                        Values = new { id = one.Meeting.Id },
                        Hint = string.Join(
                            "; ",
                            one.Items.Where(titles.ContainsKey).Select(id => titles[id])
                        ),
                    }),
                ]
        );
    }

    /// <summary>What the data protection officer looks at.</summary>
    public static async Task<WeekSection?> DataProtectionAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.May(Permission.SeeAudit))
        {
            return null;
        }

        var since = week.Now.AddDays(-DaysOfRefusals);
        var refusals = await week
            .Db.Set<AuditContent>()
            .CountAsync(entry => entry.Kind == AuditKind.Refusal && entry.At > since, cancel);
        return new(
            "Data protection",
            [
                new("The audit", "/Admin/AuditLog/Index")
                {
                    Hint =
                        refusals == 0
                            ? $"In the last {DaysOfRefusals} days nobody asked for what they may not do."
                            : $"{Countdown.Count(refusals, "refusal")} in the last {DaysOfRefusals} days: someone asked for what they may not do.",
                },
                new("Who has signed the sharing protocol", "/Partnership/SharingProtocols/Index"),
                new("Roles and what they may do", "/Admin/Roles/Index"),
            ]
        );
    }

    /// <summary>What the administrator looks after: accounts and settings, never cases.</summary>
    public static WeekSection? Administrator(Week week) =>
        week.User.May(Permission.ManageAccounts)
            ? new(
                "Accounts and settings",
                [
                    new("People and their accounts", "/Admin/People/Index"),
                    new("Invite someone", "/Admin/People/Invite"),
                    new("Roles and what they may do", "/Admin/Roles/Index"),
                    new("Settings of the partnership", "/Partnership/Index"),
                ]
            )
            : null;
}

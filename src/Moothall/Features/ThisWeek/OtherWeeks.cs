using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Agendas;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Statements;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Email;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

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
    public static async Task<WeekSection?> AdministratorAsync(
        Week week,
        SetUpFacts setUp,
        CancellationToken cancel
    ) =>
        week.User.May(Permission.ManageAccounts)
            ? new(
                "Accounts and settings",
                [
                    new("People and their accounts", "/Admin/People/Index"),
                    new("Invite someone", "/Admin/People/Invite"),
                    await MailAsync(week, setUp, cancel),
                    new("Roles and what they may do", "/Admin/Roles/Index"),
                    new("Settings of the partnership", "/Partnership/Index"),
                ]
            )
            : null;

    // A server that is slow for a quarter of an hour is nobody's business; one that takes nothing for longer is.
    private static async Task<WeekLine> MailAsync(
        Week week,
        SetUpFacts setUp,
        CancellationToken cancel
    )
    {
        var line = new WeekLine("Mail", "/Admin/Mail/Index");
        var late = week.Now.AddMinutes(-15);
        var waiting = await week
            .Db.Set<Notice>()
            .CountAsync(
                notice => notice.Status == NoticeStatus.Waiting && notice.WrittenAt < late,
                cancel
            );
        return waiting == 0
            ? line
            : line with
            {
                Hint =
                    $"{Countdown.Count(waiting, "message")} cannot be sent: "
                    + (
                        setUp.HasMailServer ? "see what the server says." : "no mail server is set."
                    ),
                Urgency = Urgency.Now,
                Tag = "Waiting",
            };
    }

    /// <summary>The public texts that nobody has confirmed, or not for a year.</summary>
    public static async Task<WeekSection?> StatementsAsync(Week week, CancellationToken cancel)
    {
        if (!week.User.May(Permission.PublishStatements))
        {
            return null;
        }

        var own = await week
            .Db.Set<PublicStatement>()
            .AsNoTracking()
            .Select(one => new { one.Kind, one.ConfirmedOn })
            .ToDictionaryAsync(one => one.Kind, one => one.ConfirmedOn, cancel);
        List<WeekLine> lines =
        [
            .. Enum.GetValues<StatementKind>()
                .Select(kind =>
                    PublicStatement.Wants(own.GetValueOrDefault(kind), week.Today) is { } wants
                        ? new WeekLine(DisplayNames.Of(kind), "/Partnership/Statements/Edit")
                        {
                            Values = new { kind },
                            Hint = wants,
                            Urgency = Urgency.Soon,
                            Tag = "To confirm",
                        }
                        : null
                )
                .OfType<WeekLine>(),
        ];
        return lines.Count == 0 ? null : new("Public pages", lines);
    }
}

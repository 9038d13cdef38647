using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.AgencySheets;

/// <summary>
/// Has an agency's sheets sent: one copy a recipient, which the same sender takes as it takes minutes; a notice to those who read
/// here; what goes to nobody is written down with its reason. All in the transaction of the request.
/// </summary>
public sealed class SheetRelease(
    MoothallDb db,
    Notices notices,
    CurrentUser user,
    TimeProvider clock
)
{
    /// <summary>Makes the copies of every sheet of a row that has something on it.</summary>
    /// <returns>How many copies were made.</returns>
    public async Task<int> SendAsync(SheetRow row, HubMeeting meeting, CancellationToken cancel)
    {
        var made = 0;
        foreach (var part in row.Parts.Where(part => part.Count > 0))
        {
            made += await SendAsync(row, part, meeting, cancel);
        }

        return made;
    }

    private async Task<int> SendAsync(
        SheetRow row,
        SheetPart part,
        HubMeeting meeting,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var sheet = await SheetAsync(row, part.Kind, meeting, now, cancel);
        var told = await db.Set<NotCirculated>()
            .Where(one => one.SheetId == sheet.Id)
            .Select(one => new { one.Name, one.Because })
            .ToListAsync(cancel);
        foreach (var line in part.ToSend)
        {
            var copy = RecipientRecords.CopyFor(null, sheet.Id, line, user.Name, now);
            db.Add(copy);
            if (!copy.IsFile)
            {
                var account = await db.Set<User>()
                    .SingleAsync(one => one.Id == copy.UserId, cancel);
                var (about, path) = ToRead(part.Kind, meeting.Id);
                notices.Write(account, about, path);
            }
        }

        db.AddRange(
            part.Lines.Where(line => !line.Gets)
                .Where(line =>
                    !told.Exists(one => one.Name == line.Name && one.Because == line.Verdict.Reason)
                )
                .Select(line =>
                    RecipientRecords.NothingFor(
                        null,
                        sheet.Id,
                        line,
                        line.Verdict.Reason,
                        user.Name,
                        now
                    )
                )
        );
        return part.ToSend.Count;
    }

    /// <summary>What someone who can sign in is told, and where the same is to be read here.</summary>
    public static (NoticeAbout About, string Path) ToRead(SheetKind kind, Guid meetingId) =>
        kind == SheetKind.Actions
            ? (NoticeAbout.ActionDue, "/Actions")
            : (NoticeAbout.AgendaPublished, $"/Meetings/{meetingId}/Research");

    private async Task<AgencySheet> SheetAsync(
        SheetRow row,
        SheetKind kind,
        HubMeeting meeting,
        DateTime now,
        CancellationToken cancel
    )
    {
        var found = await db.Set<AgencySheet>()
            .SingleOrDefaultAsync(
                one =>
                    one.MeetingId == meeting.Id
                    && one.MembershipId == row.Member.Id
                    && one.Kind == kind,
                cancel
            );
        if (found is null)
        {
            found = new()
            {
                MembershipId = row.Member.Id,
                Kind = kind,
                MeetingId = meeting.Id,
                MadeAt = now,
                MadeByName = user.Name,
            };
            db.Add(found);
        }

        return found;
    }
}

using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.MeetingMinutes;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>
/// Circulates minutes to the people of a list (S1-3.4): one copy each, a notice to those who read in the product, and the rest
/// to wait for the sender. All of it is in the transaction of the request; nothing leaves before that is committed.
/// </summary>
public sealed class CirculationRelease(
    MoothallDb db,
    Notices notices,
    CurrentUser user,
    TimeProvider clock
)
{
    /// <summary>Makes the copies.</summary>
    /// <param name="minutes">Released minutes whose gate has been asked.</param>
    /// <param name="lines">The list as the person was shown it, without those who have a copy.</param>
    /// <param name="leftOut">Why a person on it is left out, by account.</param>
    /// <param name="cancel">Stops before anything is saved.</param>
    /// <returns>How many copies were made.</returns>
    public async Task<int> ReleaseAsync(
        Minutes minutes,
        IReadOnlyList<RecipientLine> lines,
        IReadOnlyDictionary<Guid, string> leftOut,
        CancellationToken cancel
    )
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var ids = lines.Select(line => line.UserId).OfType<Guid>().ToList();
        var accounts = await db.Set<User>()
            .Where(account => ids.Contains(account.Id))
            .ToDictionaryAsync(account => account.Id, cancel);
        var told = await db.Set<NotCirculated>()
            .Where(one => one.MinutesId == minutes.Id)
            .Select(one => new { one.Name, one.Because })
            .ToListAsync(cancel);
        var made = 0;
        foreach (var line in lines)
        {
            var why = Why(line, leftOut);
            if (why is null)
            {
                var copy = RecipientRecords.CopyFor(minutes.Id, null, line, user.Name, now);
                db.Add(copy);
                made++;
                if (!copy.IsFile)
                {
                    notices.Write(
                        accounts[copy.UserId],
                        NoticeAbout.MinutesToRead,
                        $"/Minutes/{minutes.MeetingId}"
                    );
                }
            }
            else if (!told.Exists(one => one.Name == line.Name && one.Because == why))
            {
                db.Add(RecipientRecords.NothingFor(minutes.Id, null, line, why, user.Name, now));
            }
        }

        return made;
    }

    private string? Why(RecipientLine line, IReadOnlyDictionary<Guid, string> leftOut) =>
        !line.Gets ? line.Verdict.Reason
        : leftOut.TryGetValue(line.UserId!.Value, out var why) ? $"Left out by {user.Name}: {why}"
        : null;
}

using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Actions;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.CommunitySafetyHub.Referrals;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub;

/// <summary>
/// What the hub did in a time, in numbers that leave the circle of those who signed. They count all there is, whoever asks, and
/// tell nobody apart: small numbers are not given (practice, section 8).
/// </summary>
public static class HubNumbers
{
    private const int LeastGiven = 5;

    /// <summary>The numbers of a time, both days included.</summary>
    /// <param name="db">Where they are counted.</param>
    /// <param name="first">The first day.</param>
    /// <param name="last">The last day.</param>
    /// <param name="outside">Whether those outside the partnership read them: two reports of times that overlap would tell small numbers apart otherwise, so they are rounded.</param>
    /// <param name="cancel">Ends the counting.</param>
    public static async Task<IReadOnlyList<(string What, string HowMany)>> OfAsync(
        MoothallDb db,
        DateOnly first,
        DateOnly last,
        bool outside,
        CancellationToken cancel
    )
    {
        string Given(int count) => outside ? Rounded(count) : HubNumbers.Given(count);
        var from = UkTime.ToUtc(first, TimeOnly.MinValue);
        var until = UkTime.ToUtc(last.AddDays(1), TimeOnly.MinValue);
        var cases = db.Set<HubCase>();
        var actions = db.Set<HubAction>()
            .Where(one => one.AgreedAt >= from && one.AgreedAt < until);
        var agreed = await actions.CountAsync(cancel);
        var resolved = await actions.CountAsync(one => one.Status == ActionStatus.Resolved, cancel);
        return
        [
            (
                "Meetings held",
                Wording.Number(
                    await db.Set<HubMeeting>()
                        .CountAsync(
                            one =>
                                one.EndedAt != null && one.StartsAt >= from && one.StartsAt < until,
                            cancel
                        )
                )
            ),
            (
                "Referrals",
                Given(
                    await db.Set<Referral>()
                        .CountAsync(
                            one => one.SubmittedAt >= from && one.SubmittedAt < until,
                            cancel
                        )
                )
            ),
            (
                "Cases opened",
                Given(
                    await cases.CountAsync(
                        one => one.OpenedAt >= from && one.OpenedAt < until,
                        cancel
                    )
                )
            ),
            (
                "Cases closed",
                Given(
                    await cases.CountAsync(
                        one => one.ClosedAt >= from && one.ClosedAt < until,
                        cancel
                    )
                )
            ),
            ("Actions agreed", Given(agreed)),
            (
                "Actions of these that are resolved",
                IsApart(resolved, agreed) ? "Nearly all" : Given(resolved)
            ),
        ];
    }

    /// <summary>A number as it may be given.</summary>
    public static string Given(int count) =>
        count is > 0 and < LeastGiven ? $"Fewer than {LeastGiven}" : Wording.Number(count);

    /// <summary>A number as it may be given outside the partnership: to the nearest five.</summary>
    public static string Rounded(int count) =>
        count < LeastGiven
            ? Given(count)
            : Wording.Number((count + (LeastGiven / 2)) / LeastGiven * LeastGiven);

    // What is left of the whole must not be a small number either.
    private static bool IsApart(int part, int whole) => whole - part is > 0 and < LeastGiven;
}

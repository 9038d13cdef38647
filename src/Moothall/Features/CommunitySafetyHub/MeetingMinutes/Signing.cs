using Moothall.Platform;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>What the right to sign depends on, for one person and one set of minutes.</summary>
public sealed record SigningFacts
{
    public required Guid PersonId { get; init; }

    public required bool InCommunitySafetyTeam { get; init; }

    /// <summary>When the person was named a reserve approver, or null.</summary>
    public DateTime? ReserveSinceUtc { get; init; }

    /// <summary>When these minutes were first drafted. A reserve must have been named before (settled question 15).</summary>
    public required DateTime DraftedAtUtc { get; init; }

    public required MinutesStatus Status { get; init; }

    /// <summary>Hash of the text as it stands.</summary>
    public required string CurrentHash { get; init; }

    /// <summary>Hash of the text the person was shown when they pressed the button.</summary>
    public required string ShownHash { get; init; }

    public required IReadOnlyList<MinutesSignature> Signatures { get; init; }

    /// <summary>Names in the body that are neither replaced by initials nor accepted with a reason (settled question 12).</summary>
    public required int UnresolvedNames { get; init; }
}

/// <summary>
/// Two different members of the Community Safety Team sign the exact text before minutes are circulated (S1-7.2j, C9). The author
/// may be one of them. There is no way round it: where the team is small, reserves are named beforehand.
/// </summary>
public static class Signing
{
    public const int Needed = 2;

    public static Verdict MaySign(SigningFacts facts)
    {
        if (!MayApprove(facts, out var refused))
        {
            return Verdict.No(refused);
        }

        if (facts.Status == MinutesStatus.Released)
        {
            return Verdict.No(
                "The minutes have been released and cannot be changed. Corrections are made at a later meeting."
            );
        }

        if (facts.UnresolvedNames > 0)
        {
            var names =
                facts.UnresolvedNames == 1
                    ? "One name still stands"
                    : $"{facts.UnresolvedNames} names still stand";
            return Verdict.No(
                $"{names} in the text. Replace each with initials, or keep it and say why."
            );
        }

        if (!Same(facts.ShownHash, facts.CurrentHash))
        {
            return Verdict.No(
                "The text has been changed since you opened it. Read it again before you sign."
            );
        }

        var standing = Standing(facts.Signatures, facts.CurrentHash);
        if (standing.FirstOrDefault(s => s.UserId == facts.PersonId) is { } own)
        {
            return Verdict.No(
                $"You signed this text on {UkTime.Long(own.SignedAt)}. The second signature must be another person's."
            );
        }

        if (standing.Count >= Needed)
        {
            return Verdict.No("The minutes already have their two signatures.");
        }

        var again = facts.Signatures.Any(s => s.UserId == facts.PersonId)
            ? "The text has been changed since you signed it, so your earlier signature no longer counts. "
            : "";
        return Verdict.Yes(
            again
                + (
                    standing.Count == 0
                        ? "Yours is the first of the two signatures."
                        : $"{standing[0].Name} has signed. Yours is the second signature."
                )
        );
    }

    /// <summary>The signatures that count: on the text as it stands, the first of each person. An edit voids the rest.</summary>
    public static IReadOnlyList<MinutesSignature> Standing(
        IEnumerable<MinutesSignature> signatures,
        string currentHash
    ) =>
        [
            .. signatures
                .Where(s => Same(s.TextHash, currentHash))
                .OrderBy(s => s.SignedAt)
                .DistinctBy(s => s.UserId),
        ];

    /// <summary>May the minutes be circulated? Only with two standing signatures of two people (S1-7.2j).</summary>
    public static Verdict MayCirculate(IEnumerable<MinutesSignature> signatures, string currentHash)
    {
        var all = signatures.ToList();
        var standing = Standing(all, currentHash);
        var voided = all.Count(s => !Same(s.TextHash, currentHash));
        var because = voided > 0 ? " An edit voided what was signed before." : "";
        return standing.Count switch
        {
            >= Needed => Verdict.Yes($"Signed by {standing[0].Name} and {standing[1].Name}."),
            1 => Verdict.No(
                $"Signed by {standing[0].Name}. A second person must sign before the minutes go out.{because}"
            ),
            _ => Verdict.No(
                $"Two people of the Community Safety Team must sign before the minutes go out.{because}"
            ),
        };
    }

    private static bool MayApprove(SigningFacts facts, out string refused)
    {
        refused = "";
        if (facts.InCommunitySafetyTeam)
        {
            return true;
        }

        refused =
            facts.ReserveSinceUtc is null
                ? "Only the Community Safety Team, or a reserve named beforehand, signs the minutes."
            : facts.ReserveSinceUtc >= facts.DraftedAtUtc
                ? "You were named a reserve after these minutes were drafted, so you can sign the next ones but not these."
            : "";
        return refused.Length == 0;
    }

    private static bool Same(string a, string b) =>
        string.Equals(a, b, StringComparison.OrdinalIgnoreCase);
}

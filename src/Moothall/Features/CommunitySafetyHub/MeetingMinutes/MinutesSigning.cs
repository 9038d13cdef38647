using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Platform;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Email;
using Moothall.Platform.Time;

namespace Moothall.Features.CommunitySafetyHub.MeetingMinutes;

/// <summary>The two signatures (S1-7.2j, C9): finds the facts the rule asks for, signs, and tells whoever may sign second.</summary>
public sealed class MinutesSigning(
    MoothallDb db,
    HubViewers viewers,
    ProtectedText kept,
    Notices notices,
    TimeProvider clock
)
{
    /// <summary>Who can sign as things stand, where that is too few or part is closed to the person of this request.</summary>
    public async Task<string?> WarningAsync(Minutes minutes) =>
        await Approvers.WarningAsync(
            db,
            minutes,
            await viewers.CurrentAsync(),
            UkTime.Today(clock)
        );

    /// <summary>What a first signature sets going, told as it is: without a mail server nobody is told (S1-7.2j).</summary>
    public string ToldTheOthers =>
        notices.HasMailServer
            ? "The others who may sign will be told by e-mail."
            : "Tell the others who may sign yourself: e-mail is not set up.";

    /// <summary>Whether the person of this request may sign the text with this hash, and why or why not.</summary>
    public async Task<Verdict> MaySignAsync(Minutes minutes, string shownHash) =>
        await RefusalAsync(minutes) ?? Signing.MaySign(await FactsAsync(minutes, shownHash));

    /// <summary>Signs for the person of this request. The caller saves; a conflict then means somebody else was faster.</summary>
    public async Task<Verdict> SignAsync(Minutes minutes, string shownHash)
    {
        if (await RefusalAsync(minutes) is { } refused)
        {
            return refused;
        }

        var viewer = await viewers.CurrentAsync();
        var facts = await FactsAsync(minutes, shownHash);
        var verdict = minutes.Sign(facts, viewer.Name, clock.GetUtcNow().UtcDateTime);
        if (verdict.Allowed && minutes.Status == MinutesStatus.SignedOnce)
        {
            await AskForTheSecondAsync(minutes, viewer.UserId);
        }

        return verdict;
    }

    // Nobody signs what they may not read: a conflict of interest, or a case of named people only. And nothing goes out that
    // holds what is kept from someone.
    private async Task<Verdict?> RefusalAsync(Minutes minutes)
    {
        var shown = await db.SectionsForAsync(minutes, await viewers.CurrentAsync());
        if (shown.Count != minutes.Sections.Count)
        {
            return Verdict.No(
                "Part of these minutes is closed to you, so you cannot sign them. Somebody who reads the whole must."
            );
        }

        if (minutes.Status == MinutesStatus.Released)
        {
            return null;
        }

        var places = await kept.FindAsync(
            await db.HubOfAsync(minutes),
            minutes.Sections.Select(section =>
                (section.Heading, $"{section.Heading}\n{section.Text}")
            )
        );
        return places.Count == 0
            ? null
            : Verdict.No(
                $"An address or telephone number that is held for named people only stands under “{places[0]}”. Take it out before anyone signs."
            );
    }

    private async Task<SigningFacts> FactsAsync(Minutes minutes, string shownHash)
    {
        var viewer = await viewers.CurrentAsync();
        var today = UkTime.Today(clock);
        var reserve = await db.Set<RoleGrant>()
            .Where(grant => grant.UserId == viewer.UserId && grant.Role == Role.MinuteApprover)
            .Where(grant => grant.From <= today && (grant.Until == null || grant.Until >= today))
            .OrderBy(grant => grant.From)
            .Select(grant => (DateOnly?)grant.From)
            .FirstOrDefaultAsync();
        var hash = minutes.CurrentHash;
        return new()
        {
            PersonId = viewer.UserId,
            InCommunitySafetyTeam = viewer.IsTeam,
            // A grant tells its day and not its hour, so it counts for minutes drafted after that day (settled 15).
            ReserveSinceUtc = reserve is { } day
                ? UkTime.ToUtc(day.AddDays(1), TimeOnly.MinValue)
                : null,
            DraftedAtUtc = minutes.CreatedAt,
            Status = minutes.Status,
            CurrentHash = hash,
            ShownHash = shownHash,
            // A signature that an edit voided stays void even where the edit was undone; under an older text it still explains itself.
            Signatures =
            [
                .. minutes.Signatures.Where(s => s.VoidedAt is null || s.TextHash != hash),
            ],
            UnresolvedNames = (await MinutesNames.UnresolvedAsync(db, minutes)).Count,
        };
    }

    private async Task AskForTheSecondAsync(Minutes minutes, Guid signer)
    {
        var today = UkTime.Today(clock);
        var others = await Approvers.On(db, today).Where(user => user.Id != signer).ToListAsync();
        others.ForEach(user =>
            notices.Write(user, NoticeAbout.MinutesToSign, $"/Minutes/{minutes.MeetingId}/Sign")
        );
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Cases;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Platform.Access;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Referrals;

/// <summary>The decision whether a matter needs the hub or usual working is enough (S1-6.4), in three clicks.</summary>
[Access(Permission.TriageReferral)]
public sealed class TriageModel(
    MoothallDb db,
    HubViewers viewers,
    CurrentUser user,
    ReadNotes reads,
    ReferralNotices notices,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public TriageForm Input { get; set; } = new();

    /// <summary>Read by its own handler only: it is another form than the decision.</summary>
    public AdmitForm Admit { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    /// <summary>The referral and what stands round it.</summary>
    public ReferralView Shown { get; private set; } = null!;

    /// <summary>The meeting it missed and may still be admitted to by this person.</summary>
    public HubMeeting? MayAdmitTo { get; private set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;
    private HubViewer viewer = null!;

    /// <summary>Shows the referral with the decision beside it.</summary>
    public async Task<IActionResult> OnGetAsync(
        string reference,
        string? join,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        Input.Visibility = Triage.UsualVisibility(Shown.Referral);
        var cases = Shown.Known.Where(one => one.IsCase && one.Match.IsSame is not false).ToList();
        var chosen = cases.Find(one => one.Reference == join);
        Input.Outcome = chosen is null ? null : TriageOutcome.Join;
        chosen ??= cases.Find(one => one.Match.IsSame is true) ?? cases.FirstOrDefault();
        Input.CaseReference = chosen?.Reference ?? "";
        return Page();
    }

    /// <summary>Decides.</summary>
    public async Task<IActionResult> OnPostAsync(string reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (field, problem, made) = await DecideAsync(Shown.Referral, cancel);
        if (problem is not null)
        {
            ModelState.AddModelError(field, problem);
            return Page();
        }

        db.Expect(Shown.Referral, Version);
        await notices.DecidedAsync(Shown.Referral, cancel);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] =
            $"{Shown.Referral.Reference}: {DisplayNames.Of(Input.Outcome!.Value)}."
            + (made is null ? "" : $" The case is {made.Reference}.");
        return LocalRedirect("/Referrals");
    }

    /// <summary>The chair lets a late referral in.</summary>
    public async Task<IActionResult> OnPostAdmitAsync(string reference, CancellationToken cancel)
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        if (MayAdmitTo is not { } meeting)
        {
            return StatusCode(StatusCodes.Status403Forbidden);
        }

        ModelState.Clear();
        if (!await TryUpdateModelAsync(Admit, nameof(Admit)))
        {
            return Page();
        }

        var ruling = new TriageRuling(viewer.UserId, viewer.Name, Now, Admit.Reason);
        if (Triage.AdmitLate(Shown.Referral, ruling, meeting.StartsAt) is { } problem)
        {
            ModelState.AddModelError("Admit.Reason", problem);
            return Page();
        }

        db.Expect(Shown.Referral, Version);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = Shown.Referral.MeetingWhy;
        return LocalRedirect($"/Referrals/{Shown.Referral.Reference}/Triage");
    }

    /// <summary>Says whether two people are one; the same person is linked, with the reason (settled 1, 14).</summary>
    public async Task<IActionResult> OnPostMatchAsync(
        string reference,
        Guid matchId,
        bool same,
        string? because,
        CancellationToken cancel
    )
    {
        if (!await LoadAsync(reference, cancel))
        {
            return NotFound();
        }

        // Only a match this person has been shown can be resolved; any other is not there.
        if (Shown.Known.FirstOrDefault(one => one.Match.Id == matchId)?.Match is not { } shown)
        {
            return NotFound();
        }

        ModelState.Clear();
        if (same && string.IsNullOrWhiteSpace(because))
        {
            ModelState.AddModelError(
                $"because-{matchId}",
                "Say why you hold them to be the same person"
            );
            return Page();
        }

        var match = await db.Set<ReferralMatch>().SingleAsync(one => one.Id == shown.Id, cancel);
        if (match.IsSame is null)
        {
            (match.IsSame, match.ResolvedByName) = (same, viewer.Name);
            if (same)
            {
                db.Add(
                    new PersonLink
                    {
                        FirstId = match.PersonId,
                        SecondId = match.KnownPersonId,
                        Why = because!,
                    }
                );
            }

            await db.SaveChangesAsync(cancel);
        }

        return LocalRedirect($"/Referrals/{reference}/Triage");
    }

    private async Task<(string Field, string? Problem, HubCase? Made)> DecideAsync(
        Referral referral,
        CancellationToken cancel
    )
    {
        var ruling = new TriageRuling(viewer.UserId, viewer.Name, Now, Input.Reason);
        switch (Input.Outcome)
        {
            case TriageOutcome.Accept or TriageOutcome.AcceptUrgent:
                var (made, problem) = await Triage.AcceptAsync(
                    db,
                    referral,
                    ruling,
                    Input.Outcome == TriageOutcome.AcceptUrgent,
                    Input.Visibility ?? Triage.UsualVisibility(referral),
                    cancel: cancel
                );
                return ("Input.Outcome", problem, made);
            case TriageOutcome.Join:
                var wanted = HumanReference.Normalise(Input.CaseReference);
                var joined = await db.Set<HubCase>()
                    .VisibleTo(viewer, db)
                    .Include(one => one.Shares)
                    .SingleOrDefaultAsync(one => one.Reference == wanted, cancel);
                return joined is null
                    ? (
                        "Input.CaseReference",
                        "Enter the reference of a case you can see, like CSH-2026-K7QM",
                        null
                    )
                    : (
                        "Input.CaseReference",
                        Triage.Join(
                            db,
                            referral,
                            ruling,
                            joined,
                            Input.ShareCase,
                            await SamePeople.OfAsync(db, referral.Id, joined.Id, cancel)
                        ),
                        joined
                    );
            case TriageOutcome.Redirect when string.IsNullOrWhiteSpace(Input.WhereTo):
                return (
                    "Input.WhereTo",
                    "Say where it is redirected to. The referrer is told.",
                    null
                );
            case TriageOutcome.Redirect:
                var where = Input.WhereTo.Trim().TrimEnd('.');
                return (
                    "Input.Outcome",
                    Triage.TurnAway(
                        db,
                        referral,
                        ruling with
                        {
                            Reason = $"Redirected to: {where}. {ruling.Reason}",
                        },
                        TriageOutcome.Redirect
                    ),
                    null
                );
            default:
                return (
                    "Input.Outcome",
                    Triage.TurnAway(db, referral, ruling, Input.Outcome!.Value),
                    null
                );
        }
    }

    private async Task<bool> LoadAsync(string reference, CancellationToken cancel)
    {
        viewer = await viewers.CurrentAsync(cancel);
        var referral = viewer.RunsHub
            ? await ReferralView.LoadAsync(db, viewer, reference, cancel)
            : null;
        if (referral is null)
        {
            return false;
        }

        Shown = await ReferralView.OfAsync(db, viewer, referral, reads, cancel);
        if (referral.AdmittedLateBy.Length == 0 && referral.LateForMeetingId is { } missed)
        {
            var now = Now;
            var isChair = user.Roles.Contains(Role.Chair);
            MayAdmitTo = await db.Set<HubMeeting>()
                .AsNoTracking()
                .SingleOrDefaultAsync(
                    meeting =>
                        meeting.Id == missed
                        && meeting.StartsAt > now
                        && meeting.Status == MeetingStatus.Planned
                        && (isChair || meeting.ChairId == user.Id),
                    cancel
                );
        }

        return true;
    }
}

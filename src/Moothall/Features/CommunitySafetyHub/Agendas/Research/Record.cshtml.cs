using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Agendas.Research;

/// <summary>Records what a member tells by telephone or e-mail, in the recorder's own name with who told it (settled 16).</summary>
[Access(Permission.ManageAgenda)]
public sealed class RecordModel(MoothallDb db, HubViewers viewers, TimeProvider clock) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;
    public HubMembership Member { get; private set; } = null!;
    public IReadOnlyList<ResearchSubject> Subjects { get; private set; } = [];
    public IReadOnlyDictionary<Guid, ResearchReturn> Before { get; private set; } =
        new Dictionary<Guid, ResearchReturn>();

    /// <summary>Who told it, how and when (settled 16).</summary>
    [BindProperty]
    public Received Received { get; set; } = new();

    /// <summary>Answers by subject; a name left alone is not answered.</summary>
    [BindProperty(Name = nameof(Answer))]
    public Dictionary<Guid, ResearchAnswer?> Answer { get; set; } = [];

    [BindProperty(Name = nameof(Line))]
    public Dictionary<Guid, string?> Line { get; set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id, Guid member) =>
        await LoadAsync(id, member) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, Guid member)
    {
        if (!await LoadAsync(id, member))
        {
            return NotFound();
        }

        var today = UkTime.Today(clock);
        if (Received.Problem(Member.Name, today) is { } missing)
        {
            ModelState.AddModelError($"{nameof(Received)}.{missing.Field}", missing.Words);
        }

        var told = Subjects
            .Where(subject => Answer.GetValueOrDefault(subject.Key) is not null)
            .ToList();
        if (told.Count == 0)
        {
            ModelState.AddModelError("", "Choose known or not known for at least one name");
        }

        foreach (
            var subject in told.Where(subject =>
                LineOf(subject).Length > ResearchRecording.LongestLine
                || UnseenCharacters.Problem(LineOf(subject), "The line", manyLines: false)
                    is not null
            )
        )
        {
            ModelState.AddModelError(
                $"Line[{subject.Key}]",
                $"The line on {subject.Name} must be {ResearchRecording.LongestLine} plain characters or fewer"
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var viewer = await viewers.CurrentAsync();
        foreach (var subject in told)
        {
            await ResearchRecording.RecordAsync(
                db,
                id,
                subject,
                Member.Id,
                Answer[subject.Key]!.Value,
                LineOf(subject),
                viewer.Name,
                Received.Kept(today),
                clock.GetUtcNow().UtcDateTime
            );
        }

        await db.SaveChangesAsync();
        TempData["Notice"] = $"Recorded for {Member.Name}, received from {Received.From}.";
        return LocalRedirect($"/Meetings/{id}/Research/Returns");
    }

    private string LineOf(ResearchSubject subject) =>
        (Line.GetValueOrDefault(subject.Key) ?? "").Trim();

    private async Task<bool> LoadAsync(Guid id, Guid memberId)
    {
        var viewer = await viewers.CurrentAsync();
        var meeting = await db.Set<HubMeeting>()
            .VisibleTo(viewer, db)
            .SingleOrDefaultAsync(one => one.Id == id);
        // What a member whose protocol has lapsed holds is not asked for (S1-4.2).
        var member = await db.Set<HubMembership>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == memberId && one.SeesCases);
        if (
            meeting is null
            || member?.BodyId != meeting.BodyId
            || member.ShutBecause(UkTime.Today(clock)) is not null
            || ResearchRecording.ShutBecause(meeting) is not null
        )
        {
            return false;
        }

        (Meeting, Member) = (meeting, member);
        Subjects = await ResearchSubjects.ForAsync(db, Meeting, viewer, Member);
        Before = (
            await db.Set<ResearchReturn>()
                .AsNoTracking()
                .VisibleTo(viewer, db)
                .Where(one => one.MeetingId == id && one.MembershipId == memberId)
                .OrderBy(one => one.GivenAt)
                .ToListAsync()
        )
            .GroupBy(one => one.PersonId ?? one.CaseId)
            .ToDictionary(group => group.Key, group => group.Last());
        return true;
    }
}

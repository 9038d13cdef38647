using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Meetings;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Agendas.Research;

/// <summary>The names of a meeting, one page, one click a name: known to us or not (settled 9).</summary>
[Access(Permission.ResearchItems)]
public sealed class IndexModel(MoothallDb db, HubViewers viewers, TimeProvider clock) : PageModel
{
    public HubMeeting Meeting { get; private set; } = null!;
    public HubViewer Viewer { get; private set; } = null!;

    /// <summary>The memberships the person acts for in this hub; research is per membership.</summary>
    public IReadOnlyList<HubMembership> Members { get; private set; } = [];
    public HubMembership? Member { get; private set; }
    public IReadOnlyList<ResearchSubject> Subjects { get; private set; } = [];
    public IReadOnlyDictionary<Guid, ResearchReturn> Answers { get; private set; } =
        new Dictionary<Guid, ResearchReturn>();
    public string? ShutBecause { get; private set; }
    public int Answered => Subjects.Count(subject => Answers.ContainsKey(subject.Key));

    /// <summary>The line as typed, when it could not be kept.</summary>
    public string? TypedLine { get; private set; }
    public Guid? TypedKey { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, Guid? member) =>
        await LoadAsync(id, member) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        Guid id,
        Guid? member,
        Guid subject,
        ResearchAnswer? answer,
        string? line
    )
    {
        if (!await LoadAsync(id, member))
        {
            return NotFound();
        }

        var found = Subjects.FirstOrDefault(one => one.Key == subject);
        if (found is null || Member is null)
        {
            return NotFound();
        }

        var text = (line ?? "").Trim();
        if ((ShutBecause ?? Problem(answer, text)) is { } problem)
        {
            ModelState.AddModelError($"line-{subject}", problem);
            (TypedLine, TypedKey) = (text, subject);
            return Page();
        }

        await ResearchRecording.RecordAsync(
            db,
            id,
            found,
            Member.Id,
            answer!.Value,
            text,
            Viewer.Name,
            new(),
            clock.GetUtcNow().UtcDateTime
        );
        await db.SaveChangesAsync();
        return LocalRedirect($"/Meetings/{id}/Research?member={Member.Id}#name-{subject}");
    }

    private static string? Problem(ResearchAnswer? answer, string line) =>
        answer is not { } given || !Enum.IsDefined(given) ? "Choose known or not known"
        : line.Length > ResearchRecording.LongestLine
            ? $"The line must be {ResearchRecording.LongestLine} characters or fewer"
        : UnseenCharacters.Problem(line, "The line", manyLines: false);

    private async Task<bool> LoadAsync(Guid id, Guid? member)
    {
        Viewer = await viewers.CurrentAsync();
        var found = await db.Set<HubMeeting>()
            .VisibleTo(Viewer, db)
            .SingleOrDefaultAsync(one => one.Id == id);
        if (found is null)
        {
            return false;
        }

        Meeting = found;
        Members = await db.Set<HubMembership>()
            .AsNoTracking()
            .Where(one => Viewer.CaseMembershipIds.Contains(one.Id) && one.BodyId == Meeting.BodyId)
            .OrderBy(one => one.Order)
            .ToListAsync();
        Member = member is null
            ? Members.FirstOrDefault()
            : Members.FirstOrDefault(one => one.Id == member);
        if (member is not null && Member is null)
        {
            return false;
        }

        ShutBecause = ResearchRecording.ShutBecause(Meeting);
        if (Member is null || Meeting.PublishedAt is null)
        {
            return true;
        }

        Subjects = await ResearchSubjects.ForAsync(db, Meeting, Viewer, Member);
        var membershipId = Member.Id;
        var returns = await db.Set<ResearchReturn>()
            .AsNoTracking()
            .VisibleTo(Viewer, db)
            .Where(one => one.MeetingId == id && one.MembershipId == membershipId)
            .OrderBy(one => one.GivenAt)
            .ToListAsync();
        Answers = returns
            .GroupBy(one => one.PersonId ?? one.CaseId)
            .ToDictionary(group => group.Key, group => group.Last());
        return true;
    }
}

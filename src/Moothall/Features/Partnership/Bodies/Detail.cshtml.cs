using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Bodies.BodyActions;
using Moothall.Features.Partnership.Bodies.BodyDocuments;
using Moothall.Features.Partnership.Bodies.BodyMeetings;
using Moothall.Features.Partnership.Bodies.BodyMembers;
using Moothall.Features.Partnership.Bodies.BodyTerms;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Bodies;

/// <summary>A body with its terms, members, meetings, actions and documents (C10, S1-A5).</summary>
[Access(Permission.SeeBodies)]
public sealed class DetailModel(MoothallDb db, CurrentUser reader, TimeProvider clock) : PageModel
{
    public GovernanceBody Body { get; private set; } = null!;
    public GovernanceBody? Parent { get; private set; }
    public IReadOnlyList<GovernanceBody> Children { get; private set; } = [];
    public IReadOnlyList<TermsVersion> Terms { get; private set; } = [];
    public IReadOnlyList<BodyMember> Members { get; private set; } = [];
    public IReadOnlyList<BodyMeeting> Meetings { get; private set; } = [];
    public IReadOnlyList<BodyAction> Actions { get; private set; } = [];
    public IReadOnlyList<BodyDocument> Documents { get; private set; } = [];
    public DateOnly Today { get; private set; }
    public bool Keeps { get; private set; }

    /// <summary>What the law asks and is missing.</summary>
    public string? Note => StrategyGroup.Note(Body.Type, Members, Today);

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        (Today, Keeps) = (UkTime.Today(clock), reader.May(Permission.KeepBodies));
        var bodies = await db.Set<GovernanceBody>().AsNoTracking().ToListAsync(cancel);
        if (bodies.Find(one => one.Id == id) is not { } body)
        {
            return NotFound();
        }

        Body = body;
        Parent = bodies.Find(one => one.Id == body.ParentId);
        Children = [.. bodies.Where(one => one.ParentId == id).OrderBy(one => one.Name)];
        Terms = await db.Set<TermsVersion>()
            .AsNoTracking()
            .Where(one => one.BodyId == id)
            .OrderByDescending(one => one.Number)
            .ToListAsync(cancel);
        Members = await db.Set<BodyMember>()
            .AsNoTracking()
            .Include(one => one.Organisation)
            .Where(one => one.BodyId == id)
            .OrderBy(one => one.Role)
            .ThenBy(one => one.From)
            .ToListAsync(cancel);
        Meetings = await db.Set<BodyMeeting>()
            .AsNoTracking()
            .Where(one => one.BodyId == id)
            .OrderByDescending(one => one.Details.Date)
            .ToListAsync(cancel);
        Actions = await db.Set<BodyAction>()
            .AsNoTracking()
            .Include(one => one.Owner)
            .Where(one => one.BodyId == id)
            .OrderBy(one => one.Details.Due)
            .ToListAsync(cancel);
        Documents = await db.Set<BodyDocument>()
            .AsNoTracking()
            .VisibleTo(reader, db, Today)
            .Where(one => one.BodyId == id)
            .OrderBy(one => one.Details.Title)
            .ToListAsync(cancel);
        return Page();
    }
}

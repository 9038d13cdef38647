using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Data;

namespace Moothall.Features.Partnership.Members;

/// <summary>A page that changes one part of a membership.</summary>
public abstract class MemberPage(MoothallDb db) : PageModel
{
    /// <summary>The save of the membership that the person started from.</summary>
    [BindProperty]
    public int Version { get; set; }

    public HubMembership Member { get; private set; } = null!;

    /// <summary>Loads it, tracked; false where there is none.</summary>
    protected async Task<bool> LoadAsync(Guid id)
    {
        Member = (await db.Set<HubMembership>().SingleOrDefaultAsync(one => one.Id == id))!;
        return Member is not null;
    }

    /// <summary>Saves what was changed unless somebody else changed the membership meanwhile.</summary>
    protected async Task SaveAsync()
    {
        db.Expect(Member, Version);
        await db.SaveChangesAsync();
    }
}

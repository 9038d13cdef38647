using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Members;

/// <summary>One member: its basis for sharing and who has represented it.</summary>
[Access(Permission.SeeMembers)]
public sealed class DetailModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    public MemberLine Line { get; private set; } = null!;

    public DateOnly Today { get; private set; }

    public bool MayManage => user.May(Permission.ManageMembers);

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Today = UkTime.Today(clock);
        var lines = await db.LinesAsync(
            db.Set<HubMembership>().Where(member => member.Id == id),
            Today
        );
        if (lines.Count == 0)
        {
            return NotFound();
        }

        Line = lines[0];
        return Page();
    }
}

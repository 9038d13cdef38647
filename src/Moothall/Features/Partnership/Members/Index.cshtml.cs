using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Partnership.Bodies;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.Members;

/// <summary>Who belongs to a hub, on what basis, and who is missing (S1-4.1 to S1-4.4, S1-6.10).</summary>
[Access(Permission.SeeMembers)]
public sealed class IndexModel(MoothallDb db, CurrentUser user, TimeProvider clock) : PageModel
{
    /// <summary>What the list is narrowed to.</summary>
    public enum Filter
    {
        All,
        Shut,
        Gaps,
        Left,
    }

    /// <summary>The hub; the first where none is named.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Hub { get; set; }

    [BindProperty(SupportsGet = true)]
    public Filter Show { get; set; }

    public IReadOnlyList<GovernanceBody> Hubs { get; private set; } = [];

    public GovernanceBody? Body { get; private set; }

    public IReadOnlyList<MemberLine> Lines { get; private set; } = [];

    public IReadOnlyDictionary<Filter, int> Counts { get; private set; } =
        new Dictionary<Filter, int>();

    public DateOnly Today { get; private set; }

    public bool MayManage => user.May(Permission.ManageMembers);

    public async Task<IActionResult> OnGetAsync()
    {
        Today = UkTime.Today(clock);
        Hubs = await db.HubsAsync();
        Body = Hub is null ? Hubs.FirstOrDefault() : Hubs.FirstOrDefault(one => one.Id == Hub);
        if (Body is null)
        {
            return Hub is null ? Page() : NotFound();
        }

        var all = await db.LinesAsync(
            db.Set<HubMembership>().Where(member => member.BodyId == Body.Id),
            Today
        );
        Counts = Enum.GetValues<Filter>()
            .ToDictionary(filter => filter, filter => all.Count(line => Fits(line, filter)));
        Lines = [.. all.Where(line => Fits(line, Show))];
        return Page();
    }

    private bool Fits(MemberLine line, Filter filter)
    {
        var left = line.Member.LeftOn < Today;
        return filter switch
        {
            Filter.Left => left,
            Filter.Shut => !left && line.ShutBecause is not null,
            Filter.Gaps => !left && !line.People.Any(one => one.ActsOn(Today)),
            _ => !left,
        };
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Withdrawals;

/// <summary>What is decided about a member on the day.</summary>
public sealed class WithdrawalForm
{
    /// <summary>The whole member, in the form's answer.</summary>
    public const string Whole = "member";

    [Field("Who is withdrawn?", Name = "Who is withdrawn", Required = "Choose who is withdrawn")]
    public string Who { get; set; } = "";

    [Field("Why?", Name = "The reason", Required = "Say why", Rows = 2, Limit = 500)]
    public string Why { get; set; } = "";
}

/// <summary>One action that shuts everything to a member, or to one who acts for it.</summary>
[Access(Permission.ManageMembers)]
public sealed class NewModel(
    MoothallDb db,
    HubViewers viewers,
    WithdrawalUseCases withdrawals,
    TimeProvider clock
) : PageModel
{
    [BindProperty]
    public WithdrawalForm Input { get; set; } = new();
    public HubMembership Member { get; private set; } = null!;

    /// <summary>The member, and those who act for it today.</summary>
    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    /// <summary>What a withdrawal leaves open, one sentence each.</summary>
    public IReadOnlyList<string> StaysOpen { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid member) =>
        await LoadAsync(member) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid member)
    {
        if (!await LoadAsync(member))
        {
            return NotFound();
        }

        if (ModelState.IsValid && !Choices.Any(choice => choice.Value == Input.Who))
        {
            ModelState.AddModelError("Input.Who", "Choose who is withdrawn");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var (made, problem) = await withdrawals.WithdrawAsync(
            member,
            Guid.TryParse(Input.Who, out var user) ? user : null,
            Input.Why,
            await viewers.CurrentAsync(),
            clock.GetUtcNow().UtcDateTime
        );
        if (made is null)
        {
            ModelState.AddModelError("Input.Who", problem!);
            return Page();
        }

        await db.SaveChangesAsync();
        TempData["Notice"] = $"Withdrawn: {made.Who}.";
        return LocalRedirect($"/Withdrawals/{made.Id}");
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        var found = await db.Set<HubMembership>()
            .AsNoTracking()
            .Include(one => one.Representatives)
            .SingleOrDefaultAsync(one => one.Id == id);
        if (found is null)
        {
            return false;
        }

        Member = found;
        var ids = WithdrawalUseCases
            .Acting(found, UkTime.Today(clock))
            .ConvertAll(person => person.UserId);
        StaysOpen = await StillOpen.OfAsync(db, id, ids, UkTime.Today(clock));
        var people = await db.Set<User>()
            .Where(user => ids.Contains(user.Id))
            .OrderBy(user => user.Name)
            .Select(user => new { user.Id, user.Name })
            .ToListAsync();
        Choices =
        [
            new($"The member: {found.Name}", WithdrawalForm.Whole),
            .. people.Select(user => new SelectListItem($"Only {user.Name}", $"{user.Id}")),
        ];
        return true;
    }
}

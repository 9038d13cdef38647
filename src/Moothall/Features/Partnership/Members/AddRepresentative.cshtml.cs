using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Members;

/// <summary>Names a person who acts for a member, or stands in as deputy (S1-5.1).</summary>
[Access(Permission.ManageMembers)]
public sealed class AddRepresentativeModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public sealed class RepresentativeInput
    {
        [Field(
            "Person",
            Required = "Choose a person",
            Hint = "People with an account. Invite the person first where they have none."
        )]
        public Guid? UserId { get; set; }

        [Field("Acts as a deputy")]
        public bool IsDeputy { get; set; }

        [Field("First day", Required = "Enter the first day")]
        public DateOnly? From { get; set; }

        [Field("Last day", Hint = "Leave empty where it has no end.")]
        public DateOnly? Until { get; set; }
    }

    [BindProperty]
    public RepresentativeInput Input { get; set; } = new();

    public HubMembership Member { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Guid id)
    {
        Input.From = UkTime.Today(clock);
        return await LoadAsync(id) ? Page() : NotFound();
    }

    public async Task<IActionResult> OnPostAsync(Guid id)
    {
        if (!await LoadAsync(id))
        {
            return NotFound();
        }

        if (Input.UserId is { } user && People.All(one => one.Value != user.ToString()))
        {
            ModelState.AddModelError("Input.UserId", "Choose a person from the list.");
        }

        if (Input.Until < Input.From)
        {
            ModelState.AddModelError("Input.Until", "The last day is before the first day.");
        }

        if (
            ModelState.IsValid
            && Member.Representatives.Any(one =>
                one.UserId == Input.UserId
                && (one.Until is null || one.Until >= Input.From)
                && (Input.Until is null || one.From <= Input.Until)
            )
        )
        {
            ModelState.AddModelError(
                "Input.UserId",
                "This person acts for the member already in that time."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(
            new Representative
            {
                MembershipId = Member.Id,
                UserId = Input.UserId!.Value,
                IsDeputy = Input.IsDeputy,
                From = Input.From!.Value,
                Until = Input.Until,
            }
        );
        await db.SaveChangesAsync();
        TempData["Notice"] = "The person is added.";
        return RedirectToPage("Detail", new { id });
    }

    private async Task<bool> LoadAsync(Guid id)
    {
        Member = (
            await db.Set<HubMembership>()
                .AsNoTracking()
                .Include(member => member.Representatives)
                .SingleOrDefaultAsync(member => member.Id == id)
        )!;
        if (Member is null)
        {
            return false;
        }

        People = await db.Set<User>()
            .Where(user => user.LeftAt == null)
            .OrderBy(user => user.Name)
            .Select(user => new Choice(
                user.Post == "" ? user.Name : user.Name + ", " + user.Post,
                user.Id
            ))
            .ToItemsAsync();
        return true;
    }
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyMembers;

/// <summary>Puts an organisation or a person on a body.</summary>
[Access(Permission.KeepBodies)]
public sealed class AddModel(MoothallDb db, TimeProvider clock) : PageModel
{
    /// <summary>Who, as what and since when.</summary>
    public sealed class MemberInput
    {
        [Field("Organisation")]
        public Guid? OrganisationId { get; set; }

        [Field("Person with an account")]
        public Guid? UserId { get; set; }

        [Field("Or the name of a person without one", Limit = 120)]
        public string PersonName { get; set; } = "";

        [Field("Role", Required = "Choose the role")]
        public BodyRole? Role { get; set; }

        [Field("First day", Required = "Enter the first day")]
        public DateOnly? From { get; set; }
    }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    public int Version { get; private set; }
    public Guid BodyId { get; private set; }
    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];

    /// <summary>Shows the form.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        Input.From = UkTime.Today(clock);
        return await LoadAsync(id, cancel) ? Page() : NotFound();
    }

    /// <summary>Adds the member.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        var organisation = Input.OrganisationId?.ToString();
        var person = People.FirstOrDefault(one => one.Value == Input.UserId?.ToString());
        if (organisation is not null && Organisations.All(one => one.Value != organisation))
        {
            ModelState.AddModelError(
                "Input.OrganisationId",
                "Choose an organisation from the list."
            );
        }

        if (Input.UserId is not null && person is null)
        {
            ModelState.AddModelError("Input.UserId", "Choose a person from the list.");
        }

        var name = person?.Text ?? Input.PersonName.Trim();
        if (organisation is null && name.Length == 0)
        {
            ModelState.AddModelError(
                "Input.OrganisationId",
                "Choose an organisation or name a person."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.Add(
            new BodyMember
            {
                BodyId = id,
                OrganisationId = Input.OrganisationId,
                UserId = Input.UserId,
                PersonName = name,
                Role = Input.Role!.Value,
                From = Input.From!.Value,
            }
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The member is added.";
        return Redirect($"/Bodies/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        BodyId = id;
        Organisations = await db.Set<Organisation>()
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
        People = await db.Set<User>()
            .Where(one => one.LeftAt == null)
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync(cancel);
        return await db.Set<GovernanceBody>().AnyAsync(one => one.Id == id, cancel);
    }
}

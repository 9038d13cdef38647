using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Members;

/// <summary>Admits a member or changes its entry. Being admitted opens nothing: the basis for sharing is recorded on its own page.</summary>
[Access(Permission.ManageMembers)]
public sealed class EditModel(MoothallDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    /// <summary>The hub a new member is admitted to.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Hub { get; set; }

    [BindProperty]
    public MemberInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SelectListItem> Organisations { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        await ListAsync();
        if (Id is null)
        {
            Input.Order =
                (
                    await db.Set<HubMembership>()
                        .Where(one => one.BodyId == Hub)
                        .MaxAsync(one => (int?)one.Order)
                    ?? 0
                ) + 1;
            return await HubExistsAsync() ? Page() : NotFound();
        }

        var member = await db.Set<HubMembership>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == Id);
        if (member is null)
        {
            return NotFound();
        }

        (Input, Version) = (MemberInput.Of(member), member.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ListAsync();
        if (Id is null && !await HubExistsAsync())
        {
            return NotFound();
        }

        if (
            Input.OrganisationId is { } chosen
            && Organisations.All(one => one.Value != chosen.ToString())
        )
        {
            ModelState.AddModelError(
                "Input.OrganisationId",
                "Choose an organisation from the list."
            );
        }

        if (Input.OrganisationId is not null && Input.NewOrganisation.Length > 0)
        {
            ModelState.AddModelError(
                "Input.NewOrganisation",
                "Choose an organisation from the list or enter a new one, not both."
            );
        }

        var member = Id is null
            ? new HubMembership
            {
                BodyId = Hub!.Value,
                Name = "",
                Kind = MemberKind.Organisation,
            }
            : await db.Set<HubMembership>().SingleOrDefaultAsync(one => one.Id == Id);
        if (member is null)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (Id is null)
        {
            db.Add(member);
        }
        else
        {
            db.Expect(member, Version);
        }

        Input.ApplyTo(member);
        member.OrganisationId =
            Input.NewOrganisation.Length > 0
                ? (await Organisation.NamedAsync(db, Input.NewOrganisation)).Id
                : Input.OrganisationId;
        await db.SaveChangesAsync();
        TempData["Notice"] = $"{member.Name} is saved.";
        return RedirectToPage("Detail", new { id = member.Id });
    }

    private Task<bool> HubExistsAsync() =>
        db.Set<Bodies.GovernanceBody>()
            .AnyAsync(body => body.Id == Hub && body.Type == Bodies.BodyType.Hub);

    private async Task ListAsync() =>
        Organisations = await db.Set<Organisation>()
            .OrderBy(one => one.Name)
            .Select(one => new Choice(one.Name, one.Id))
            .ToItemsAsync();
}

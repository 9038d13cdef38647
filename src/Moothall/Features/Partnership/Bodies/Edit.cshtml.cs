using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies;

/// <summary>Adds a body or changes one: its times, its terms and whom it reports to (S1-A2, S1-3.1).</summary>
[Access(Permission.ManagePartnership)]
public sealed class EditModel(MoothallDb db) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public BodyInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync()
    {
        if (Id is not null)
        {
            var body = await db.Set<GovernanceBody>()
                .AsNoTracking()
                .SingleOrDefaultAsync(one => one.Id == Id);
            if (body is null)
            {
                return NotFound();
            }

            (Input, Version) = (BodyInput.Of(body), body.Version);
        }

        await ListParentsAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        await ListParentsAsync();
        if (
            Input.ParentId is { } chosen
            && Parents.All(parent => parent.Value != chosen.ToString())
        )
        {
            ModelState.AddModelError("Input.ParentId", "Choose a body from the list.");
        }

        if (ModelState.IsValid)
        {
            foreach (var (field, problem) in Input.Problems(Id))
            {
                ModelState.AddModelError($"Input.{field}", problem);
            }
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var body = Id is null
            ? new GovernanceBody { Name = Input.Name, Type = Input.Type!.Value }
            : await db.Set<GovernanceBody>().SingleOrDefaultAsync(one => one.Id == Id);
        if (body is null)
        {
            return NotFound();
        }

        if (Id is null)
        {
            db.Add(body);
        }
        else
        {
            db.Expect(body, Version);
        }

        Input.ApplyTo(body);
        await db.SaveChangesAsync();
        TempData["Notice"] = $"{body.Name} is saved.";
        return RedirectToPage("Index");
    }

    private async Task ListParentsAsync() =>
        Parents = await db.Set<GovernanceBody>()
            .Where(body => body.Id != Id)
            .OrderBy(body => body.Name)
            .Select(body => new Choice(body.Name, body.Id))
            .ToItemsAsync();
}

using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Circulation;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Partnership.SharingProtocols;

/// <summary>Adds a domain to the partnership's own list, or records that one was checked again.</summary>
[Access(Permission.ManagePartnership)]
public sealed class SecureDomainModel(MoothallDb db, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Id { get; set; }

    [BindProperty]
    public DomainInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (Id is null)
        {
            return Page();
        }

        var entry = await db.Set<SecureDomainEntry>()
            .AsNoTracking()
            .SingleOrDefaultAsync(one => one.Id == Id);
        if (entry is null)
        {
            return NotFound();
        }

        Version = entry.Version;
        Input = new()
        {
            Domain = entry.Domain,
            Evidence = entry.Evidence,
            CheckedOn = entry.CheckedOn,
            ReviewOn = entry.ReviewOn,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        var entry = await db.Set<SecureDomainEntry>().SingleOrDefaultAsync(one => one.Id == Id);
        if (Id is not null && entry is null)
        {
            return NotFound();
        }

        if (entry is not null)
        {
            // The domain is what the evidence is about; another domain is another entry.
            Input.Domain = entry.Domain;
            ModelState.Remove("Input.Domain");
        }

        await CheckAsync();
        if (!ModelState.IsValid)
        {
            return Page();
        }

        if (entry is null)
        {
            entry = new()
            {
                Domain = EmailAddress.CleanDomain(Input.Domain)!,
                Evidence = Input.Evidence,
                CheckedOn = Input.CheckedOn!.Value,
                ReviewOn = Input.ReviewOn!.Value,
            };
            db.Add(entry);
        }
        else
        {
            db.Expect(entry, Version);
            entry.Evidence = Input.Evidence;
            (entry.CheckedOn, entry.ReviewOn) = (Input.CheckedOn!.Value, Input.ReviewOn!.Value);
        }

        await db.SaveChangesAsync();
        TempData["Notice"] = $"{entry.Domain} counts until {UkTime.Date(entry.ReviewOn)}.";
        return RedirectToPage("SecureDomains");
    }

    private async Task CheckAsync()
    {
        if (!ModelState.IsValid)
        {
            return;
        }

        foreach (var (field, problem) in Input.Problems(UkTime.Today(clock)))
        {
            ModelState.AddModelError($"Input.{field}", problem);
        }

        var domain = EmailAddress.CleanDomain(Input.Domain);
        if (
            domain is not null
            && await db.Set<SecureDomainEntry>()
                .AnyAsync(one => one.Domain == domain && one.Id != Id)
        )
        {
            ModelState.AddModelError(
                "Input.Domain",
                "This domain is on the list already. Open it there to record a new check."
            );
        }
    }
}

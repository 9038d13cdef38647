using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.Partnership.Members;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.CommunitySafetyHub.Circulation;

/// <summary>With whom a file by e-mail was agreed; everyone else who can sign in reads in the product.</summary>
[Access(Permission.CirculateMinutes)]
public sealed class AgreedRoutesModel(MoothallDb db, CurrentUser user, TimeProvider clock)
    : PageModel
{
    /// <summary>An agreement and whom it is with.</summary>
    public sealed record Row(AgreedRoute Agreed, string Name, string Email);

    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public IReadOnlyList<SelectListItem> People { get; private set; } = [];
    public AgreedDetails Details { get; private set; } = new();

    /// <summary>The routes that can be agreed.</summary>
    public static IReadOnlyList<SelectListItem> Routes { get; } =
    [
        new("To their secure address", nameof(CirculationRoute.SecureAddress)),
        new("As a locked file, while they cannot sign in", nameof(CirculationRoute.LockedFile)),
    ];

    public Task OnGetAsync(CancellationToken cancel) => LoadAsync(cancel);

    public async Task<IActionResult> OnPostAddAsync(AgreedDetails details, CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Details = details;
        if (details.Person is { } id && !People.Any(one => one.Value == id.ToString()))
        {
            ModelState.AddModelError("details.Person", "Choose a representative of a member");
        }

        if (
            details.Route
            is not (null or CirculationRoute.SecureAddress or CirculationRoute.LockedFile)
        )
        {
            ModelState.AddModelError("details.Route", "Choose how the file goes");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await EndAsync(details.Person!.Value, cancel);
        db.Add(
            new AgreedRoute
            {
                UserId = details.Person.Value,
                Route = details.Route!.Value,
                Because = details.Because.Trim(),
                AgreedByName = user.Name,
                AgreedAt = clock.GetUtcNow().UtcDateTime,
            }
        );
        TempData["Notice"] = "Recorded. It counts from the next circulation.";
        return LocalRedirect("/AgreedRoutes");
    }

    public async Task<IActionResult> OnPostEndAsync(Guid person, CancellationToken cancel)
    {
        await EndAsync(person, cancel);
        TempData["Notice"] = "Ended. They read in the product from the next circulation.";
        return LocalRedirect("/AgreedRoutes");
    }

    private async Task EndAsync(Guid person, CancellationToken cancel)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        var open = await db.Set<AgreedRoute>()
            .Where(agreed => agreed.UserId == person && agreed.EndedAt == null)
            .ToListAsync(cancel);
        open.ForEach(agreed => agreed.EndedAt = now);
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        var today = UkTime.Today(clock);
        var acting = db.Set<Representative>()
            .Where(person =>
                person.From <= today && (person.Until == null || person.Until >= today)
            )
            .Select(person => person.UserId);
        People = await db.PeopleLetIn()
            .Where(account => acting.Contains(account.Id))
            .OrderBy(account => account.Name)
            .Select(account => new Choice(account.Name + " (" + account.Email + ")", account.Id))
            .ToItemsAsync(cancel);
        var rows = await db.Set<AgreedRoute>()
            .AsNoTracking()
            .Where(agreed => agreed.EndedAt == null)
            .Join(
                db.Set<User>(),
                agreed => agreed.UserId,
                account => account.Id,
                (agreed, account) =>
                    new
                    {
                        agreed,
                        account.Name,
                        account.Email,
                    }
            )
            .OrderBy(row => row.Name)
            .ToListAsync(cancel);
        Rows = [.. rows.Select(row => new Row(row.agreed, row.Name, row.Email ?? ""))];
    }
}

/// <summary>What is recorded about an agreed route.</summary>
public sealed class AgreedDetails
{
    [Field("Who is it agreed with?", Required = "Choose who it is agreed with")]
    public Guid? Person { get; set; }

    [Field("How does the file go?", Required = "Choose how the file goes")]
    public CirculationRoute? Route { get; set; }

    [Field(
        "Why was it agreed?",
        Required = "Say why it was agreed",
        Hint = "For example: reads on the force network only.",
        Limit = 300
    )]
    public string Because { get; set; } = "";
}

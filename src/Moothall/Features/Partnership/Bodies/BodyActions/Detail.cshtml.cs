using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Bodies.BodyActions;

/// <summary>An action of a body with its news; the owner's people add theirs here.</summary>
[Access(Permission.SeeBodies)]
public sealed class DetailModel(MoothallDb db, CurrentUser reader, TimeProvider clock) : PageModel
{
    /// <summary>News of it.</summary>
    public sealed class UpdateInput
    {
        [Field(
            "News",
            Limit = 2000,
            Rows = 4,
            Required = "Enter what happened, or why it is given up"
        )]
        public string Text { get; set; } = "";

        [Field("Status", Required = "Choose the status")]
        public BodyActionStatus? Status { get; set; }
    }

    [BindProperty]
    public UpdateInput Input { get; set; } = new();

    [BindProperty]
    public int Version { get; set; }

    public BodyAction Record { get; private set; } = null!;
    public DateOnly Today { get; private set; }
    public bool MayUpdate { get; private set; }

    /// <summary>Shows it.</summary>
    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel))
        {
            return NotFound();
        }

        (Input.Status, Version) = (Record.Status, Record.Version);
        return Page();
    }

    /// <summary>Adds news.</summary>
    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancel)
    {
        if (!await LoadAsync(id, cancel) || !MayUpdate)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.ExpectWhole(Record, Version);
        db.Add(
            Record.Report(
                Input.Text,
                Input.Status!.Value,
                reader.Name,
                clock.GetUtcNow().UtcDateTime
            )
        );
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] = "The news is saved.";
        return Redirect($"/Bodies/Actions/{id}");
    }

    private async Task<bool> LoadAsync(Guid id, CancellationToken cancel)
    {
        Today = UkTime.Today(clock);
        Record = (
            await db.Set<BodyAction>()
                .Include(one => one.Owner)
                .Include(one => one.Updates.OrderByDescending(update => update.At))
                .SingleOrDefaultAsync(one => one.Id == id, cancel)
        )!;
        MayUpdate = Record?.IsUpdatedBy(reader) ?? false;
        return Record is not null;
    }
}

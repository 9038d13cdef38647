using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.SharingProtocols;

/// <summary>A new version of the confidentiality agreement from a day to come; older versions stay as they were signed.</summary>
[Access(Permission.ManagePartnership)]
public sealed class NewWordingModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public sealed class WordingInput
    {
        [Field(
            "Statements",
            Limit = 5000,
            Rows = 12,
            Required = "Enter the statements",
            Hint = "One on each line. Each is numbered on the page people sign."
        )]
        public string Statements { get; set; } = "";

        [Field(
            "First day on which meetings use it",
            Name = "The first day",
            Required = "Enter the first day on which meetings use it"
        )]
        public DateOnly? From { get; set; }
    }

    [BindProperty]
    public WordingInput Input { get; set; } = new();

    public async Task OnGetAsync() => Input.Statements = (await LastAsync())?.Statements ?? "";

    public async Task<IActionResult> OnPostAsync()
    {
        var last = await LastAsync();
        var lines = Input.Statements.Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        var statements = string.Join('\n', lines);
        var today = UkTime.Today(clock);
        if (Input.From <= today)
        {
            ModelState.AddModelError(
                "Input.From",
                "Choose a day after today, so that no meeting changes its wording while people sign."
            );
        }
        else if (Input.From <= last?.From)
        {
            ModelState.AddModelError(
                "Input.From",
                $"Version {last.Number} is used from {UkTime.Date(last.From)}. Choose a later day."
            );
        }

        if (lines.Length > 0 && statements == last?.Statements)
        {
            ModelState.AddModelError(
                "Input.Statements",
                $"These are the words of version {last.Number}. Change them, or leave that version as it is."
            );
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var number = (last?.Number ?? 0) + 1;
        db.Add(
            new ConfidentialityWording
            {
                Number = number,
                Statements = statements,
                From = Input.From!.Value,
            }
        );
        await db.SaveChangesAsync();
        TempData["Notice"] = $"Version {number} is used from {UkTime.Date(Input.From.Value)}.";
        return RedirectToPage("Wordings");
    }

    private Task<ConfidentialityWording?> LastAsync() =>
        db.Set<ConfidentialityWording>()
            .AsNoTracking()
            .OrderByDescending(wording => wording.Number)
            .FirstOrDefaultAsync();
}

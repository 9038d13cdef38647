using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;
using Moothall.Platform.Ui;

namespace Moothall.Features.Partnership.Calendar;

/// <summary>Puts national days and weeks of a year on the calendar, several at once. What changes from year to year is typed.</summary>
[Access(Permission.KeepCalendar)]
public sealed class NationalModel(MoothallDb db, TimeProvider clock) : PageModel
{
    /// <summary>A day or week to be added.</summary>
    public sealed class NationalInput
    {
        public string Key { get; set; } = "";

        [Field("Add it")]
        public bool IsChosen { get; set; }

        [Field("First day", Conditional = true)]
        public DateOnly? First { get; set; }

        [Field("Last day", Conditional = true)]
        public DateOnly? Last { get; set; }

        /// <summary>What stands in the table for it; nothing for a key that nobody knows.</summary>
        public NationalDay? Day => NationalDays.All.FirstOrDefault(one => one.Key == Key);
    }

    /// <summary>The calendar year in which the year begins.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty]
    public List<NationalInput> Days { get; set; } = [];

    /// <summary>Who may know of those that are added.</summary>
    [BindProperty]
    [Field("Who may know of them", Required = "Choose who may know of them")]
    public CalendarAudience? Audience { get; set; } = CalendarAudience.Public;

    public PlanYear Shown { get; private set; }

    /// <summary>Titles that are on the calendar of the year already.</summary>
    public IReadOnlyCollection<string> There { get; private set; } = [];

    /// <summary>Shows what there is.</summary>
    public async Task OnGetAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        Days = [.. NationalDays.All.Select(one => new NationalInput { Key = one.Key })];
    }

    /// <summary>Adds what was chosen.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await LoadAsync(cancel);
        var added = new List<CalendarOccasion>();
        for (var index = 0; index < Days.Count; index++)
        {
            if (Days[index] is not { IsChosen: true, Day: { } day } chosen)
            {
                continue;
            }

            var (first, last) = day.In(Shown) ?? (chosen.First ?? default, chosen.Last);
            var details = new OccasionDetails
            {
                Title = day.Title,
                Type = OccasionType.AwarenessWeek,
                First = first,
                Last = last,
                Audience = Audience,
            };
            if (Problem(day, chosen, details) is { } problem)
            {
                ModelState.TryAddModelError($"Days[{index}].{problem.Field}", problem.Words);
            }
            else
            {
                added.Add(new() { Details = details });
            }
        }

        if (ModelState.IsValid && added.Count == 0)
        {
            ModelState.AddModelError("Days[0].IsChosen", "Choose at least one to add.");
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        db.AddRange(added);
        await db.SaveChangesAsync(cancel);
        TempData["Notice"] =
            added.Count == 1
                ? $"{added[0].Details.Title} is on the calendar."
                : $"{Wording.Number(added.Count)} entries are on the calendar.";
        return Redirect($"/Calendar?year={Shown.Begins}");
    }

    private (string Field, string Words)? Problem(
        NationalDay day,
        NationalInput chosen,
        OccasionDetails details
    )
    {
        if (day.From is not null)
        {
            return null;
        }

        if (chosen.First is not { } first)
        {
            return ("First", $"Enter the first day of {day.Title}.");
        }

        if (PlanYear.Of(first) != Shown)
        {
            return (
                "First",
                $"{UkTime.Date(first)} is not between {UkTime.Date(Shown.First)} and {UkTime.Date(Shown.Last)}."
            );
        }

        return details.Last < first ? ("Last", "The last day is before the first day.") : null;
    }

    private async Task LoadAsync(CancellationToken cancel)
    {
        Shown = PlanYear.Named(Year, UkTime.Today(clock));
        var (first, last) = (Shown.First, Shown.Last);
        There = await db.Set<CalendarOccasion>()
            .Where(one => one.Details.First >= first && one.Details.First <= last)
            .Select(one => one.Details.Title)
            .ToListAsync(cancel);
    }
}

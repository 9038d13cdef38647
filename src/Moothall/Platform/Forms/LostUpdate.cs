using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;

namespace Moothall.Platform.Forms;

/// <summary>A field that two people changed at the same time.</summary>
public sealed record Clash(string Field, string Theirs, string Yours);

/// <summary>Two people saved the same record. The second sees both texts and decides; nothing is overwritten unseen.</summary>
public static class LostUpdate
{
    /// <summary>Key of the clashes in a page's view data, shown by the layout above the form.</summary>
    public const string Key = "Clashes";

    /// <summary>Shows the form again with the person's own text in its fields and the other's beside it.</summary>
    public static async Task<IActionResult> ShowAsync(
        PageModel page,
        DbUpdateConcurrencyException conflict
    )
    {
        var clashes = new List<Clash>();
        foreach (var entry in conflict.Entries)
        {
            var now = await entry.GetDatabaseValuesAsync();
            if (now is null)
            {
                clashes.Add(new("This record", "was removed", "your change"));
                continue;
            }

            clashes.AddRange(Compare(entry, now));
            if (entry.Entity is Record)
            {
                // The next sending starts from what the person has now been shown.
                page.ModelState.Remove(nameof(Record.Version));
                page.ViewData[nameof(Record.Version)] = now[nameof(Record.Version)];
            }
        }

        page.ViewData[Key] = clashes;
        page.ModelState.AddModelError(
            "",
            "Someone else changed this while you were typing. Both texts are shown below. Send again to keep yours."
        );
        return page.Page();
    }

    private static IEnumerable<Clash> Compare(EntityEntry entry, PropertyValues now)
    {
        foreach (var change in ChangeCollector.Describe(entry).Fields.Keys)
        {
            var property = now.Properties.FirstOrDefault(p => p.Name == change);
            var (theirs, yours) = property is null
                ? (null, null)
                : (now[property], entry.CurrentValues[property]);
            if (!Equals(theirs, yours))
            {
                yield return new(
                    change,
                    theirs?.ToString() ?? "nothing",
                    yours?.ToString() ?? "nothing"
                );
            }
        }
    }
}

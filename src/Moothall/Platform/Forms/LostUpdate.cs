using System.Reflection;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Moothall.Platform.Audit;
using Moothall.Platform.Data;
using Moothall.Platform.Ui;

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

            var differing = Compare(entry, now).ToList();
            clashes.AddRange(differing);
            if (differing.Count == 0)
            {
                // What hangs on it (agencies, priorities, parts) has no two texts to show, and sending again would undo it.
                clashes.Add(
                    new(
                        "What belongs to it",
                        "was changed: open the page in another window and look",
                        "what stands in the form below"
                    )
                );
            }
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
        var theirs = now.ToObject();
        foreach (var property in ChangeCollector.Scalars(entry.Properties, entry.ComplexProperties))
        {
            var other = ValueIn(theirs, property.Metadata);
            if (
                property.IsModified
                && !Equals(other, property.CurrentValue)
                && !IsBookkeeping(property.Metadata)
            )
            {
                yield return new(
                    Label(property.Metadata),
                    Wording.Of(other),
                    Wording.Of(property.CurrentValue)
                );
            }
        }
    }

    private static string Label(IProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<FieldAttribute>()?.MessageName
        ?? DisplayNames.Sentence(property.Name);

    // Counts, marks of time and of who saved differ after every save and say nothing of what was typed.
    private static bool IsBookkeeping(IProperty property) =>
        property.PropertyInfo?.GetCustomAttribute<FieldAttribute>() is null
        && (
            property.Name is nameof(Record.Version) or "Edits"
            || property.Name.EndsWith("ByName", StringComparison.Ordinal)
            || (Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType) is var type
                && (type == typeof(DateTime) || type == typeof(Guid))
        );

    private static object? ValueIn(object record, IProperty property) =>
        property.PropertyInfo?.GetValue(Holder(record, property.DeclaringType));

    // A part may itself lie in a part: whose word an answer is, in the answer, in the action.
    private static object? Holder(object record, ITypeBase type) =>
        type is IComplexType part
            ? part.ComplexProperty.PropertyInfo!.GetValue(
                Holder(record, part.ComplexProperty.DeclaringType)
            )
            : record;
}

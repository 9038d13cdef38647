using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Moothall.Platform.Ui;

/// <summary>One record that a list on a page offers, as the database gives it.</summary>
/// <param name="Text">What people read.</param>
/// <param name="Id">The record's identifier.</param>
public sealed record Choice(string Text, Guid Id);

/// <summary>Reads lists of choices from the database.</summary>
public static class Choices
{
    /// <summary>
    /// Reads the choices in the order asked for. The identifier becomes text here and never in the database: SQLite writes
    /// it in capitals, and then no choice is found again when the form comes back.
    /// </summary>
    public static async Task<List<SelectListItem>> ToItemsAsync(
        this IQueryable<Choice> choices,
        CancellationToken cancel = default
    ) =>
        (await choices.ToListAsync(cancel)).ConvertAll(one => new SelectListItem(
            one.Text,
            one.Id.ToString()
        ));
}

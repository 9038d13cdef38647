using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Moothall.Floor.Pages;

/// <summary>Writes one row.</summary>
[IgnoreAntiforgeryToken]
public sealed class WriteModel(FloorDb db, TimeProvider? clock = null) : PageModel
{
    [BindProperty]
    public string Text { get; set; } = "";

    public async Task<IActionResult> OnPostAsync()
    {
        db.Add(
            new FloorNote
            {
                At = (clock ?? TimeProvider.System).GetUtcNow().UtcDateTime,
                Text = Text,
            }
        );
        await db.SaveChangesAsync();
        return Redirect("/List");
    }
}

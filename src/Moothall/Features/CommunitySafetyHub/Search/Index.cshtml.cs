using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;

namespace Moothall.Features.CommunitySafetyHub.Search;

/// <summary>Asks what to search for, and why. The words are posted and never stand in an address (settled 19).</summary>
[Access(Permission.SearchRecords)]
public sealed class IndexModel(Searches searches) : PageModel
{
    [BindProperty]
    public SearchForm Input { get; set; } = new();

    /// <summary>Shows the form.</summary>
    public void OnGet() { }

    /// <summary>Keeps the words, encrypted, and shows what they find.</summary>
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        if (Input.Problem() is var (field, problem))
        {
            ModelState.AddModelError($"Input.{field}", problem);
        }

        return ModelState.IsValid
            ? Redirect($"/Search/{await searches.KeepAsync(Input, cancel)}")
            : Page();
    }
}

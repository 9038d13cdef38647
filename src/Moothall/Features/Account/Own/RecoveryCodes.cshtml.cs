using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.Account.SecondFactor;
using Moothall.Platform.Access;
using Moothall.Platform.Data;

namespace Moothall.Features.Account.Own;

/// <summary>Makes new recovery codes; the old ones stop working.</summary>
[SignedIn("Everyone looks after their own account.")]
public sealed class RecoveryCodesModel(MoothallDb db, ConfirmItsYou confirm) : PageModel
{
    [BindProperty]
    public ConfirmDetails Input { get; set; } = new();

    /// <summary>The new codes, shown this once.</summary>
    public IReadOnlyList<string> Codes { get; private set; } = [];

    public async Task OnPostAsync()
    {
        if (await confirm.CheckAsync(HttpContext, ModelState, Input) is not { } person)
        {
            return;
        }

        await SecondFactors.RemoveCodesAsync(db, person.Id);
        (Codes, var rows) = RecoveryCode.New(person.Id);
        db.AddRange(rows);
        await db.SaveChangesAsync();
    }
}

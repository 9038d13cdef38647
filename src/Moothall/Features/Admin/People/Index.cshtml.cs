using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Moothall.Features.CommunitySafetyHub.Import;
using Moothall.Platform.Access;
using Moothall.Platform.Data;
using Moothall.Platform.Time;

namespace Moothall.Features.Admin.People;

/// <summary>Everyone with an account.</summary>
[Access(Permission.ManageAccounts)]
public sealed class PeopleModel(MoothallDb db, TimeProvider clock) : PageModel
{
    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    /// <summary>How many came with a list of members and wait for an invitation.</summary>
    public int BroughtIn { get; private set; }

    public async Task OnGetAsync()
    {
        People = await PersonRow.AllAsync(db, UkTime.Today(clock), clock.GetUtcNow().UtcDateTime);
        BroughtIn = await InviteBroughtInModel.Waiting(db, UkTime.Today(clock)).CountAsync();
    }
}

using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Features.CommunitySafetyHub.Import.Recognising;

namespace Moothall.Features.CommunitySafetyHub.Import;

/// <summary>A page about a list being brought in.</summary>
public abstract class DraftPage : PageModel
{
    public DraftView View { get; protected set; } = null!;
    public ImportPlan Plan => View.Plan;
}

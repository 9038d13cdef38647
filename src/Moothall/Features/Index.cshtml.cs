using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;

namespace Moothall.Features;

/// <summary>Home: this week for whoever signed in.</summary>
[Access(Permission.SeeThisWeek)]
public sealed class IndexModel : PageModel;

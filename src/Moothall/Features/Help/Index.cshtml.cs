using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;

namespace Moothall.Features.Help;

/// <summary>Help, task by task: to each reader what their roles can do.</summary>
[Open("Somebody who cannot sign in needs it most; it tells nothing about anybody.")]
public sealed class IndexModel(CurrentUser reader) : PageModel
{
    public IReadOnlyList<HelpTopic> Topics { get; } =
    [.. HelpTopics.All.Where(topic => topic.IsFor(reader))];
}

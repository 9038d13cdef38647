using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;

namespace Moothall.Platform.Access;

/// <summary>Refuses to start an application in which some page or endpoint does not say who may use it.</summary>
public static class AccessCheck
{
    /// <summary>Checks every page and endpoint that is mapped.</summary>
    /// <exception cref="InvalidOperationException">Names each endpoint that says nothing.</exception>
    public static async Task RequireAccessOnEveryEndpointAsync(this WebApplication app)
    {
        var silent = new List<string>();
        foreach (var (name, metadata) in await EndpointsAsync(app))
        {
            if (
                !metadata.Any(item => item is AccessAttribute or SignedInAttribute or OpenAttribute)
            )
            {
                silent.Add(name);
            }
        }

        if (silent.Count > 0)
        {
            throw new InvalidOperationException(
                $"These name no permission ([Access], [SignedIn] or [Open]): {string.Join(", ", silent.Distinct())}"
            );
        }
    }

    /// <summary>Every page and endpoint with its metadata, for the check, the roles page and the tests that walk all routes.</summary>
    public static async Task<
        IReadOnlyList<(string Name, IReadOnlyList<object> Metadata)>
    > EndpointsAsync(IHost app)
    {
        var loader = app.Services.GetRequiredService<PageLoader>();
        var descriptors = app.Services.GetRequiredService<IActionDescriptorCollectionProvider>();
        var all = new List<(string, IReadOnlyList<object>)>();
        foreach (var page in descriptors.ActionDescriptors.Items.OfType<PageActionDescriptor>())
        {
            // Only a loaded page knows the attributes of its model.
            var loaded = await loader.LoadAsync(page, EndpointMetadataCollection.Empty);
            all.Add((page.ViewEnginePath, [.. loaded.EndpointMetadata ?? []]));
        }

        var others = app.Services.GetRequiredService<EndpointDataSource>().Endpoints;
        all.AddRange(
            others
                .Where(endpoint => endpoint.Metadata.GetMetadata<PageActionDescriptor>() is null)
                .Select(endpoint =>
                    (endpoint.DisplayName ?? "?", (IReadOnlyList<object>)[.. endpoint.Metadata])
                )
        );
        return all;
    }
}

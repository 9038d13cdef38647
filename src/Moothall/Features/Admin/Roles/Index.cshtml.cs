using Microsoft.AspNetCore.Mvc.RazorPages;
using Moothall.Platform.Access;
using Moothall.Platform.Ui;

namespace Moothall.Features.Admin.Roles;

/// <summary>A page or endpoint and who may open it.</summary>
public sealed record PageRow(string Page, string Needs, string Who);

/// <summary>The roles × permissions matrix and every page with what it needs, straight from what the program goes by.</summary>
[Access(Permission.SeeRoles)]
public sealed class RolesModel(IHost host) : PageModel
{
    public IReadOnlyList<Role> Roles { get; } = [.. Enum.GetValues<Role>()];

    public IReadOnlyList<Permission> Permissions { get; } = [.. Enum.GetValues<Permission>()];

    public IReadOnlyList<PageRow> Pages { get; private set; } = [];

    public async Task OnGetAsync()
    {
        var endpoints = await AccessCheck.EndpointsAsync(host);
        Pages =
        [
            .. endpoints
                .Select(endpoint => RowOf(endpoint.Name, endpoint.Metadata))
                .Distinct()
                .OrderBy(row => row.Page, StringComparer.Ordinal),
        ];
    }

    private static PageRow RowOf(string name, IReadOnlyList<object> metadata)
    {
        if (metadata.OfType<OpenAttribute>().LastOrDefault() is { } open)
        {
            return new(name, "Open to everyone", open.Reason);
        }

        if (metadata.OfType<SignedInAttribute>().LastOrDefault() is { } signedIn)
        {
            return new(name, "Signed in", signedIn.Reason);
        }

        var permission = metadata.OfType<AccessAttribute>().Last().Permission;
        var roles = RoleMatrix.Grants.Where(grant => grant.Value.Contains(permission));
        return new(
            name,
            DisplayNames.Of(permission),
            string.Join(
                ", ",
                roles.Select(one => one.Key).Order().Select(one => DisplayNames.Of(one))
            )
        );
    }
}

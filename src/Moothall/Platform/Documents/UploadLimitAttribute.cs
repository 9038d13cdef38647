using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.Extensions.Options;

namespace Moothall.Platform.Documents;

/// <summary>
/// Turns an upload that says it is too large back to its form before a byte of it is read, where anything later could only say
/// that the page could not be sent.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UploadLimitAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    /// <summary>Value in the address by which the page knows.</summary>
    public const string TooLarge = "tooLarge";

    /// <summary>Before the anti-forgery check, which reads the whole form.</summary>
    public int Order => -1000;

    /// <inheritdoc/>
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        var request = context.HttpContext.Request;
        var services = context.HttpContext.RequestServices;
        var most = services.GetRequiredService<IOptions<FormOptions>>().Value;
        if (
            HttpMethods.IsPost(request.Method)
            && (request.ContentLength is not { } length || length > most.MultipartBodyLengthLimit)
        )
        {
            context.Result = new LocalRedirectResult($"{request.Path}?{TooLarge}=true");
        }
    }

    /// <summary>What to say, with the limit in force.</summary>
    public static string Words(DocumentsOptions options) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"This file is larger than {options.LargestUpload / (1024 * 1024)} MB. Nothing was uploaded."
        );
}

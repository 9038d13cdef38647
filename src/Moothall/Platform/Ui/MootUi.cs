using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;
using Moothall.Platform.Access;
using Moothall.Platform.Documents;

namespace Moothall.Platform.Ui;

/// <summary>Puts the look in place: fields, binders, messages, headers, error pages, files.</summary>
public static class MootUi
{
    /// <summary>Registers fields, binders and plain messages.</summary>
    public static IServiceCollection AddMootUi(this IServiceCollection services)
    {
        services.TryAddScoped<Masthead>();
        services.Configure<MvcOptions>(options =>
        {
            // What is required is said by [Field], in words; not guessed from the type, in jargon.
            options.SuppressImplicitRequiredAttributeForNonNullableReferenceTypes = true;
            options.ModelBinderProviders.Insert(0, new BinderProvider());
            options.ModelMetadataDetailsProviders.Add(new FieldMetadata());
            PlainMessages.Set(options.ModelBindingMessageProvider);
        });
        // Names in any script stay readable in the page's source; what has meaning in HTML is still escaped.
        services.Configure<WebEncoderOptions>(options =>
            options.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All)
        );
        return services;
    }

    /// <summary>Adds headers, error pages and the site's own files; first in the pipeline.</summary>
    public static WebApplication UseMootUi(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/Error/500",
                StatusCodeSelector = fault =>
                    StorageFullException.IsAmong(fault) ? StatusCodes.Status507InsufficientStorage
                    : Outage.Caused(fault) ? StatusCodes.Status503ServiceUnavailable
                    : StatusCodes.Status500InternalServerError,
            }
        );
        app.UseStatusCodePagesWithReExecute("/Error/{0}");
        app.UseStaticFiles(
            new StaticFileOptions
            {
                // Addresses carry the hash of what they name, so a copy is good for as long as it is asked for.
                OnPrepareResponse = file =>
                    file.Context.Response.Headers.CacheControl =
                        file.Context.Request.Query.ContainsKey("v")
                            ? "public, max-age=31536000, immutable"
                            : "public, max-age=300",
            }
        );
        return app;
    }

    /// <summary>Serves the partnership's colour.</summary>
    public static void MapMootUi(this IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/partnership.css",
                (Masthead masthead, HttpContext context) =>
                {
                    context.Response.Headers.CacheControl = "public, max-age=300";
                    return Results.Text(masthead.StyleSheet, "text/css");
                }
            )
            .WithMetadata(
                new OpenAttribute(
                    "The colour of the page is no secret, and the sign-in page needs it."
                )
            );
}

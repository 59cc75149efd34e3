using Microsoft.Extensions.Options;

namespace Fulcrum.Client;

/// <summary>Judges <see cref="FulcrumHttpClientOptions"/>.</summary>
[OptionsValidator]
internal sealed partial class FulcrumHttpClientOptionsValidator : IValidateOptions<FulcrumHttpClientOptions>;

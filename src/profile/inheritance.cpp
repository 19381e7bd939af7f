#include "profile/inheritance.h"

namespace yomikae {

namespace {

/// Moves every source index of a template's parts behind the profile's own sources.
struct Shift {
    std::size_t by;

    void operator()(std::optional<std::size_t>& index) const {
        if (index)
            *index += by;
    }
    void operator()(ProfileEndpoint& one) const {
        (*this)(one.source);
        (*this)(one.otherSource);
    }
    void operator()(Variant& one) const {
        (*this)(one.source);
        each(one.endpoints);
        each(one.steps);
        if (one.status)
            (*this)(*one.status);
        if (one.signIn)
            (*this)(*one.signIn);
    }
    template <class Part> void operator()(Part& one) const { (*this)(one.source); }
    template <class Part> void each(std::vector<Part>& parts) const {
        for (Part& one : parts)
            (*this)(one);
    }
};

} // namespace

ProviderProfile inherited(const ProviderProfile& from, const ProviderProfile& own) {
    ProviderProfile out = from;
    out.inherits = from.id;
    out.id = own.id;
    out.file = own.file;
    out.format = own.format;
    out.sources = own.sources;
    out.sources.insert(out.sources.end(), from.sources.begin(), from.sources.end());
    const Shift shift{own.sources.size()};
    shift(out.status);
    if (out.signIn)
        shift(*out.signIn);
    shift.each(out.oldSettings);
    shift.each(out.oldHosts);
    shift.each(out.endpoints);
    shift.each(out.variants);
    shift.each(out.steps);
    shift.each(out.tlsExceptions);
    shift.each(out.failures);
    shift.each(out.timeline);
    return out;
}

} // namespace yomikae

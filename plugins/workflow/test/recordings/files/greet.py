from mistral_lib import actions


class Greet(actions.Action):

    def run(self, context):
        return 'hello'
